/** Streets and squares: every place that other chapters name as a street must stand here. */
import { parseChapter } from "../entries";

export const STREETS = parseChapter({
  name: "streets",
  fields: "name length paved tree quarter elder clue",
  shapes: `
{Name} lies in the {quarter} quarter, is {length} long and was paved in {paved}. {s1} {s2} Under
  the {tree} sits {elder}, who has lived here longest.
{s1} {s2} That is {name} in the {quarter} quarter, {length} from end to end. Its tree is the
  {tree}, and stones were laid in {paved}. The oldest resident is {elder}.
{Elder} has spent a whole life in {name}, which is {length} long and belongs to the {quarter}
  quarter. {s1} {s2} It got its stones in {paved}. The {tree} grows along it.
`,
  leads: `
In a road of the {quarter} part of town
* In the road where {elder} is at home
`,
  frames: `
d: In which part of town is {name}? => {quarter}
d: What kind of tree grows in {name}? => {tree}
d: When did {name} get a hard surface? => {paved}
d*: How far is it from one end of {name} to the other? => {length}
d*: Who has been at home in {name} for the most years? => {elder}
p: In which road has {elder} been at home for ever? => {name}
p: How long is the road where {elder} is at home? => {length}
p*: What can {elder} find shade under? => {tree}
i: What is the road {clue} called? => {name}
i: In which part of town is the road {clue}? => {quarter}
i: Which tree gives shade in the road {clue}? => {tree}
i*: How far must one walk to cross the road {clue}? => {length}
i*: Who has been at home longest in the road {clue}? => {elder}
m: Which road of the {quarter} part of town is the one {clue}? => {name}
m*: Which road with the {tree} is the one {clue}? => {name}
`,
  entries: `
# Ferry Street | three hundred metres | 1766 | lime | harbour | Gesine Otto | that ends in the
  water
It runs straight into the river, where the ferry used to wait, and at least one stranger a year
  drives on. A boatman makes his living by fishing out carriages and cars.
Old boat rings are still in the walls of its last houses, and laundry is tied to them.
i: How does somebody earn money by the mistakes of drivers? => fishing out carriages and cars
i: What did people once board at the end of the stones? => the ferry
# Lantern Lane | two hundred metres | 1705 | holly | old | Pavel Lund | that was the first to have
  light at night
It was the first to be lit at night, since a thief had stolen the mayor's trousers in the dark.
  The lamps are cleaned by the youngest householder. Moths have named it their capital, people
  joke.
In the middle is a shop for hats, whose owner tells everyone that he lives in the best light.
i: What loss led to the lighting? => the mayor's trousers
i: Who has to polish the glass? => the youngest householder
# Copper Street | four hundred metres | 1698 | maple | smiths' | Urs Hammer | that is loud by law
Hammers must be heard in it by law, and whoever wants to sleep must move. Babies born here cry in
  the quiet of the country. The gutters were of copper until they were turned into kettles.
Sparks have burned little holes into every curtain, and by them one knows an old family.
i: When do infants from there weep? => in the quiet of the country
i: What became of the old gutters? => kettles
# Fox Row | ninety metres | 1802 | hazel | old | Linda Rusk | too narrow for two fat men
Two people cannot pass each other, so those who go uphill have right of way on even days. Foxes
  cross it at night, one behind the other. A piano had to be taken in through the roofs.
Roses climb from one side to the other and make a roof under which it hardly rains.
i: How did a large instrument get to its owner? => through the roofs
i: What rule is in force for walkers who climb? => on even days
# Harbour Road | two miles | 1790 | poplar | harbour | Hinnerk Saal | that smells of tar and
  oranges
Oranges from the south are unloaded here and tar is boiled for the boats, so the whole road smells
  of both. The gulls walk as if they paid rent. It was built for an army that never came.
At its bend stands a bench for captains, who sit in order of their years at sea.
i: For whom was the long way by the water made? => an army
i: How do the white birds behave? => as if they paid rent
# Goose Green | three acres | 1900 | chestnut | west | Alma Kern | on which bare feet are welcome
Shoes have to be taken off at its edge to save the grass, and hundreds of pairs stand there on a
  Sunday. Mix-ups have led to friendships. Geese keep it short.
Cricket is played there in long stockings, and a ball that lands in a nest counts six.
i: What good came of confusing footwear? => friendships
i: Who does the mowing? => Geese
# Widow's Steps | one hundred and eleven steps | 1640 | yew | harbour | Tilda Crane | where each
  stair has a name
Every step bears the name of a man who did not come home. Children jump over the lowest one, which
  is still empty. Bakers deliver only up to the fiftieth.
Half-way up a door leads into a tiny garden with a view of the masts.
i: To what point does bread come up? => the fiftieth
i: Which stair do the young avoid? => the lowest one
# Candle Street | two hundred and fifty metres | 1671 | lilac | old | Moritz Pech | where snow
  never stays
Warm cellars of the candle makers melt the snow, so that flowers come out in February. Beggars
  used to winter here and paid with songs. The lilac blooms twice.
The shop signs are of wax and have to be made again after every hot summer.
i: How did poor people thank for the heat? => with songs
i: In which month can one already pick blossoms? => February
# Anchor Street | three hundred and fifty metres | 1731 | plane tree | harbour | Bob Tarr | whose
  houses lean on each other
All its houses lean to the east, each on its neighbour, and the last one leans on an anchor of
  four tons. If somebody sold the anchor, the street would fall, so it belongs to all.
Inside, marbles roll away from the children, and tables have legs of two lengths.
i: What holds up an entire row of homes? => an anchor
i: Who possesses the heavy metal thing at the end? => all
# Bell Square | one acre | 1600 | elm | old | Rosa Klang | where all must stop at noon
At the stroke of twelve everybody stands still until the bell has ended; a thief was caught
  because he ran. Pigeons take no part. In the middle is a stone from which news used to be read.
Benches stand in a ring around it, and old men move with the sun from one to the next.
i: How was a criminal recognised? => he ran
i: Which birds ignore the custom? => Pigeons
# Crow Lane | one hundred and fifty metres | 1809 | ash tree | lower | Gundel Rabe | that boats
  can use in spring
It lies so low that in wet springs it is crossed by boat, and each house has a door on the first
  floor as well. Letters are handed up on a rake. Crows are the only neighbours with dry feet.
At low water one can see a second pavement beneath the first, with another below that.
i: With what tool does the post reach the people? => a rake
i: What does every building have against the flood? => a door on the first floor
# Mill Road | three miles | 1811 | walnut | north | Till Sutton | that is white as if it had
  snowed
Flour from the carts has made it white, and sparrows take baths in it. Its dust makes dough if it
  rains. Lovers write on it with a finger.
Near its end is a stone on which carters used to drink, and the horses knew how long it took.
i: What bathes in the powder? => sparrows
i: How do couples use the dusty ground? => write on it
# School Lane | two hundred and twenty metres | 1868 | cherry | east | Fräulein Spitz | in which
  one may skip
Grown-ups may use it only if they skip between eight and nine in the morning. The mayor takes
  another way. Chalk for drawing lies in a box at both ends.
At three o'clock it is the loudest place in town, and at four one can hear the leaves.
i: What must adults do there at the start of the day? => skip
i: Who avoids it? => The mayor
# Station Road | half a mile | 1872 | plane | east | Hugo Bahn | where each house is a hotel
When the railway came, every house turned itself into a hotel, and there were more beds than
  travellers. Now students live in them, each with a bell for the porter. The porters have gone to
  study as well.
In front of the largest house stands a page made of iron, who holds out his hand for coins.
i: Who rents the too many beds? => students
i: What happened to the men who carried bags? => gone to study
# Orchard Road | one mile | 1849 | pear tree | north | Berta Kern | in which fruit falls on hats
In autumn pears fall on hats, and the hat makers pay for the watering of the trees. A helmet may
  be borrowed at the corner. Wasps have right of way.
Bees cross it in long lines from noon on, and carts with honey have learned to go early.
i: Which trade supports the trees for its own good? => the hat makers
i: What can one borrow for protection? => A helmet
# Willow Walk | seven hundred metres | 1755 | willow | west | Selma Weide | along which painters
  sit
A painter sits under almost every willow, and people who walk by must stop if asked. One walker
  has been on four hundred canvases. Ducks charge in bread.
Its benches have all been painted in different colours by people who had some left. Swings hang
  from the strongest branches.
i: How many times was one person painted? => four hundred
i: What do the swimming models want? => bread
# Rope Walk | three hundred and thirty metres | 1614 | lime tree | harbour | Knut Seil | that is
  straight as a line
It is the straightest in town, because ropes were spun in it. Drunken sailors are asked to walk it
  as a test. The council wanted to bend it for a tram, and failed.
Hemp still grows between the stones, and boys race hoops along it on Sunday mornings.
i: How do they find out if a seaman had too much? => walk it
i: For what should the line have been curved? => a tram
# Gull Lane | one hundred and eighty metres | 1774 | tamarisk | harbour | Maren Fisk | where nets
  hang like curtains
Nets dry across it from window to window and catch hats, kites and once a judge. Its women can
  tell by the mesh whose net it is. No umbrella is ever opened here.
On the doorsteps sit cats of every colour, each with its back to the others, waiting for the
  boats.
i: Which important man got stuck in the mesh? => a judge
i: What thing is never put up there? => umbrella
# Market Square | two acres | 1567 | horse chestnut | middle | Leni Markt | which belongs to noise
  in the morning and to doves later
Until noon it belongs to the sellers, then to the doves, and after dark to the cats. The sellers
  shout in rhyme. A fish woman who ran out of rhymes became a nun.
Below it is a cellar as large as the place itself, full of ice, cheese and rumours.
i: To whom is the place left at night? => the cats
i: What did a trader do when no more verses came? => became a nun
# Cherry Lane | two hundred and eighty metres | 1893 | cherry tree | north | Nanne Blum | that
  turns pink in April
It is pink for nine days in April, and then it snows petals; weddings have to be booked ten years
  ahead. Sweeping is forbidden. A bride once came in June and cried.
Painters mix the colour in vain, and a hat maker sells it as the only true one.
i: How early must a couple make plans? => ten years ahead
i: What kind of cleaning is not allowed? => Sweeping
# Thistle Lane | one hundred and ninety metres | 1829 | rowan | smiths' | Wenke Distel | where
  donkeys are guests
Thistles may not be pulled out, because the donkeys of the weavers had a treaty with the guild.
  The last donkey was buried with a speech. Goldfinches have taken over the right.
From the open windows comes the knocking of the looms, to which babies fall asleep.
i: Who profits from the old agreement now? => Goldfinches
i: How was the final grey animal honoured? => with a speech
# Salt Street | half a kilometre | 1602 | pine | old | Hedwig Korn | where winter has no ice
Grains that fell from the carts keep it free of ice, so old people move there when they begin to
  fall. Deer come at night to lick the stones. Shoes do not last.
A white line along the walls shows how high the sacks were piled in rich years.
i: Which inhabitants like to settle on the safe ground? => old people
i: What wears out too fast? => Shoes
# King's Road | one mile and a half | 1555 | oak | middle | Baron Trost | that a ruler never used
The king for whom it was widened came by water instead. A red carpet of that day was cut up and
  lies in forty bathrooms. Each house has a window for waving.
On holidays flags hang there in such numbers that the swallows have to fly on foot, as people say.
i: What was done with the long cloth on the floor? => cut up
i: How did the important guest arrive? => by water
# Garden Lane | six hundred metres | 1817 | magnolia | west | Viola Beet | where gates may not be
  locked
All gardens in it are open from four to five, and visitors may smell everything and pick nothing.
  A count of roses is published in August. It is usually won by the prison guard.
Snails are brought to the end of it in buckets and let go, and return by the weekend.
i: Who often has the most blossoms? => the prison guard
i: What is a guest not permitted to do? => pick
# Chapel Hill | one thousand steps | 1440 | cypress | upper | Abbot Klemens | that pilgrims climb
  on their knees
Pilgrims go up on their knees, and since the trousers suffer, a tailor sits at the top. The goats
  on it are not pious. From above one sees both the sea and the soup kitchens.
Half-way stands a hut where lemonade is sold by a man who has never been to the top.
i: Which craftsman waits for those who arrive? => a tailor
i: What animals lack respect? => The goats
# River Street | eight hundred metres | 1736 | alder tree | lower | Wasja Strom | which follows
  every bend
It follows each bend of the river, so that one meets the same fisherman three times. He never
  catches anything, but he knows all news. Boats are parked in front like bicycles.
Each spring the cellars are pumped out, and lost toys from upstream are returned by the police.
i: What does the unlucky man with the rod have to offer? => all news
i: How many encounters has one with him? => three
# Nightingale Street | three hundred and ten metres | 1801 | beech | east | Philine Ton | where
  carriages went on cloth
Rugs were laid on the stones so that wheels would not disturb the singing birds. The custom ended
  with the motor car, but horns are still forbidden. Musicians pay half the rent.
In the evening there is music from most of the windows, and people walk slowly on purpose.
i: Which sound must drivers not make? => horns
i: Who lives more cheaply than the others? => Musicians
# Heron Street | four hundred and fifty metres | 1870 | birch | west | Gerda Stelz | that stands
  on one leg
Half of it was washed away, and the rest stands on a single row of posts above the pond, like a
  heron. Cellars are used as bath rooms by frogs. Nobody there owns heavy furniture.
The post boat comes at ten, and in dry years there is a ladder for the postman.
i: What carries the road above the wet ground? => a single row of posts
i: Which things do the inhabitants not have? => heavy furniture
`,
});
