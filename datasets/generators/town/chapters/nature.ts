/** Streams, ponds, woods, beaches, islands and gardens. */
import { parseChapter } from "../entries";

export const NATURE = parseChapter({
  name: "nature",
  fields: "name kind size place dweller plant keeper clue",
  shapes: `
{Name} is {kind} {place}, {size}. {s1} {s2} It is known for its {dweller} and its {plant}.
  {Keeper} looks after it.
{s1} {s2} {Name} is {kind} {place}, {size}, in which {dweller} live and {plant} grow. The warden
  is {keeper}.
{Kind} {place} bears the name {name}. It is {size}. Between {plant} one meets {dweller}. {s1} {s2}
  {Keeper} is paid by the town to take care of it.
{Keeper} takes care of {name}, {kind} {place}, which is {size}. {Dweller} and {plant} share it.
  {s1} {s2}
`,
  leads: `
At the spot which {keeper} protects
* Where {dweller} are at home
`,
  frames: `
d: What creatures are found at {name}? => {dweller}
d: Who is responsible for {name}? => {keeper}
d: How large is {name}? => {size}
d*: What can a botanist admire at {name}? => {plant}
d*: Which animals make their home at {name}? => {dweller}
p: Which animals does {keeper} protect? => {dweller}
p: Over which piece of nature does {keeper} watch? => {name}
p*: Which flowers or trees surround {keeper} at work? => {plant}
i: What is the spot {clue} called? => {name}
i: Who watches over the spot {clue}? => {keeper}
i: What animals can be seen at the spot {clue}? => {dweller}
i*: What grows at the place {clue}? => {plant}
i*: Where exactly is the place {clue}? => {place}
m: At which spot do {plant} grow beside {dweller}? => {name}
m*: Which place full of {dweller} is one {clue}? => {name}
`,
  entries: `
# Heron Pond | a pond | behind the old mill | three metres deep | grey herons | yellow irises |
  Maja Stroud | whose water is black
The water is dark with oak leaves, and it freezes earlier than any other. Skaters from the whole
  valley meet here at the new year. Under the ice one can hear the springs talk.
An old boat without oars lies on the bank and is the pulpit of the frogs.
i: Why do lovers of skating choose it first? => freezes earlier
i: What gives the water its colour? => oak leaves
# Nightingale Wood | a wood | beyond the east wall | two miles long | nightingales | beeches |
  Arne Bellow | where axes must be silent in spring
No tree may be felled from April to July because of the birds. The woodcutters use the time to
  carve spoons, and every household has too many of them. In the middle stands a beech as old as
  the town.
Visitors are asked to walk in soft shoes and to leave their dogs with the innkeeper.
i: What do the men with saws make when they may not cut? => spoons
i: During which months are all trunks safe? => from April to July
# the Long Marsh | a marsh | west of the harbour | nine miles around | storks | reeds | Doris Penn
  | that swallowed a church
A church is said to have sunk here with all its bells, and on quiet evenings people put an ear to
  the mud. The reeds are cut for roofs in February. Whoever goes astray should follow a stork.
Fires of gas dance over it in warm nights, and aunts tell children that these are lazy pupils.
i: For what are the tall grasses used? => for roofs
i: Which guide ought a lost person to trust? => a stork
# Seal Beach | a beach | below the lighthouse | half a mile long | seals | sea pinks | Hamish
  Groat | that tourists leave when babies are born
In June the beach belongs to the seals and their pups, and bathers have to go elsewhere. A rope
  with red flags marks the border. The seals cross it more often than the people.
After storms one finds amber here, and the lighthouse keeper's wife has made a lamp of it.
i: Who respects the limit less? => The seals
i: What shows the line that must not be crossed? => A rope with red flags
# Cherry Island | an island | in the middle of the river | four acres large | beavers | wild
  cherries | Lotte Vane | that moves a little each year
The current takes sand away at one end and leaves it at the other, so the island travels a step
  downstream each year. In three centuries it will pass the town hall. A bench has already fallen
  in.
There is only one house on it, whose address changes every few years.
i: When may it float by the seat of the council? => In three centuries
i: Which object was lost to the moving shore? => A bench
# the Silver Brook | a brook | along the north wall | five miles long | trout | water mint | Klaus
  Amber | in which a miner found a coin
A miner once found a silver coin in it, and for ten years everybody dug. What they found were
  potatoes, planted by a clever farmer in the loosened ground. Its trout are still the best.
Two small mills for children turn in it, and a bridge of one plank leads over.
i: Who profited most from the digging for treasure? => a clever farmer
i: What came out of the ground instead of riches? => potatoes
# the Silent Cave | a cave | under the chapel | three hundred metres long | bats | pale mosses |
  Signe Horn | that swallows every word
Sound dies at once inside, and even a trumpet seems like a whisper. Musicians who have quarrelled
  are sent in together. In the last room is a lake without a ripple.
A line of white stones leads back to the day, and nobody has ever moved one of them.
i: Which people have to go into the dark as a pair? => Musicians who have quarrelled
i: What lies at the end of the hollow? => a lake without a ripple
# Baker's Field | a meadow | south of the station | thirty acres large | hares | poppies | Ruben
  Lisle | which no plough may touch
The last baker of the old guild left it to the hares, in thanks for a lucky foot. No plough has
  touched it since. Kites are flown here on windy Sundays.
In one corner stands a stone loaf as large as a cow, on which the hares sun themselves.
i: Why did a craftsman give land to animals? => a lucky foot
i: What toys are seen above the grass when it blows? => Kites
# the Judge's Oak | a tree | at the crossroads | nineteen metres around | owls | mistletoe |
  Birgit Sloan | under whose branches cases were heard
Courts were held beneath it as long as nobody owned a roof large enough. The condemned could go
  free if a leaf fell on them. In autumn the lawyers were much in demand.
A ring of stones shows where the people stood, and a flat one is for the one who lied.
i: What saved a guilty person from punishment? => a leaf fell on them
i: In which season did those who defend others have plenty of work? => autumn
# Rabbit Down | a heath | beyond the last tram stop | twelve square miles large | rabbits |
  heather | Piet Colley | that turns purple
In August it is purple as far as one can see, and beekeepers bring their hives on carts. A fog
  horn calls walkers home. There are more rabbits than voters, so they have a seat in the council,
  which is always empty.
Paths are mown in the form of a spiral, and it takes an hour to get to the middle.
i: Where do the long-eared animals own a chair? => in the council
i: Who arrives with carts in the late summer? => beekeepers
# Lovers' Spring | a spring | on the road to the hills | one hand deep | salamanders | ferns |
  Cosima Bly | whose water tastes of iron
Two who drink from it out of one cup will quarrel only on Sundays. Its water is red with iron and
  leaves a stain on the lips. Parents look for it.
Somebody has put a bench there with room for two thin people or one who is sad.
i: On which day alone will a couple fight? => Sundays
i: By what do mothers and fathers find out who has been drinking there? => a stain on the lips
# the Apple Mile | an avenue | between the two gates | one mile long | woodpeckers | apple trees |
  Yvo Marsh | where anybody may pick fruit
The trees belong to nobody, and everybody may eat as much as can be reached without a ladder. Tall
  people are popular in September. The last apple on each tree is left for the wind.
Every trunk bears a small plate with a name, and the oldest of the plates have grown into the
  bark.
i: Which people have many friends at harvest time? => Tall people
i: For whom is one fruit not taken? => for the wind
# the Mud Flats | a shore | west of the lighthouse | six miles wide at low tide | oystercatchers |
  glasswort | Runa Sella | that one can cross on foot twice a day
Twice a day the sea goes so far out that a cart can drive to the sandbank and back. The postman
  does so on Fridays. Seven wheels stick in the ground to remind him of the clock.
Worms as long as shoe laces live there, and fishermen dig for them with bent forks.
i: What memory of accidents can one see in the mud? => Seven wheels
i: On what day are letters brought out to the bank? => Fridays
# Monk's Garden | a garden | behind the library | one acre large | bees | lavender | Egon Faye |
  in which plants are set by smell
The beds are ordered by scent, from sweet to bitter, so that the blind can find their way. Signs
  are cut in raised letters. A cat called Pepper sleeps at the border between mint and thyme.
A wall keeps off the wind, and pears are trained on it like candlesticks. Tea is served on
  Wednesdays.
i: For which people was the order of the beds invented? => the blind
i: How do those who cannot see learn what a plant is called? => raised letters
# the Duck Canal | a canal | between the market and the harbour | two miles long | ducks | willows
  | Nora Tilden | that was dug by mistake
It was dug in the wrong direction because the plan had been held upside down. The ducks were
  pleased. Barges with beer use it, and the lock keeper must be paid in bread for the birds.
Anglers sit along it under green umbrellas, and the water lilies have to be cut twice a year.
i: Who was glad that the diggers went astray? => The ducks
i: Which drink is carried on the wrong waterway? => beer
# Ghost Wood | a wood | on the far bank | a mile wide | white deer | birches | Lorenz Abel | that
  seems to burn in moonlight
The white bark of the birches shines at full moon so that the wood seems to burn without heat.
  Deer as pale as milk live there. No hunter has ever dared to shoot one.
Mushrooms stand in rings there, and a wooden path leads past a pool that has no bottom, as boys
  say.
i: Who has spared the pale animals so far? => No hunter
i: When does the forest look like a cold fire? => at full moon
# the Frog Meadow | a meadow | beside the railway | nine acres large | frogs | marsh marigolds |
  Petra Lowe | that holds up the evening express
In March the frogs cross the rails to their ponds, and the evening train waits for twenty minutes.
  Passengers get out and help with buckets. The railway sells a special ticket for it.
Through the grass leads a plank way, and at its end is a hut for those who listen.
i: What does the company sell because of the small jumpers? => a special ticket
i: How much time does the train lose in spring? => twenty minutes
# Wind Point | a cliff | at the end of the bay | seventy metres high | puffins | cabbage roses |
  Olin Frey | where hats are collected
The wind here takes about a hundred hats a year, and they are brought back by fishermen, who hang
  them on a fence. One may take any that fits. Puffins nest in some.
Trees lean inland as if they had heard a noise, and sheep lie down behind stone walls.
i: Who returns what has blown away? => fishermen
i: What are a few of the lost things used for? => Puffins nest
# the Drowned Orchard | a lagoon | inside the sea wall | two metres deep | eels | dead pear trees
  | Britta Noll | whose trees stand in the sea
The sea broke in and never left, and the pear trees still stand in the water with barnacles on
  them. In still weather one can row between the rows. One tree blossoms every seventh year.
At low tide one can pick mussels from the branches, and painters do it for their supper.
i: How frequently does a wonder happen among the dead trunks? => every seventh year
i: How does one get along between the lines of trees? => row
# the Warm Stones | a rock field | on the south slope | two hundred metres across | lizards |
  thyme | Dario Kemp | on which bread can rise
The dark stones store the sun and are warm until midnight, so bakers once set their dough on them.
  Lizards sleep between the bowls. On cloudy days the town ate flat bread.
Snow never lies there for long, and old couples come in March to sit with their backs to the rock.
i: What kind of loaf was usual without sunshine? => flat bread
i: Until what hour does the heat remain in the ground? => until midnight
# Otter Creek | a creek | beneath the tannery wall | eight metres wide | otters | alders | Sunniva
  Cole | whose animals are thieves
The otters steal shiny things and pile them under a root, where the police looks first when keys
  are missing. Twice they have returned a watch. They seem to prefer locks to keys.
Children build dams of sticks in it, which are taken apart and improved by the animals at night.
i: Where do officers begin the search for lost metal? => under a root
i: What thing was given back two times? => a watch
# the Hanging Garden | a garden | on the roof of the fish hall | forty metres long | sparrows |
  tomatoes | Vito Lang | that is fed by fish
It is watered with what is left from washing the fish, and nowhere do tomatoes grow so large.
  Visitors hold their noses and ask for seeds. Each seller of fish owns one row.
A narrow stair goes up at the back, and gulls are kept off by a straw man in a fishmonger's apron.
i: What do people wish to get in spite of the bad smell? => seeds
i: How much of the roof does every merchant have? => one row
`,
});
