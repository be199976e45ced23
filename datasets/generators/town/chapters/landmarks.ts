/** Bridges, towers, gates, wells and statues. */
import { parseChapter } from "../entries";

export const LANDMARKS = parseChapter({
  name: "landmarks",
  fields: "name kind street year builder stuff size clue",
  shapes: `
{Name} is {kind} in {street}, made of {stuff}. {Builder} finished it in {year}. {s1} {s2} It
  measures {size}.
{s1} {s2} This is {name}, {kind} in {street}, which {builder} built of {stuff} in {year}. Its size
  is {size}.
In {year} {builder} completed {name}, {kind} in {street}. It was built of {stuff} and measures
  {size}. {s1} {s2}
Visitors to {street} stop at {name}, {kind} of {size}. {s1} {s2} The builder was {builder}, the
  stuff is {stuff}, and the year carved into it is {year}.
`,
  leads: `
At the work of {builder} in {street}
* At the monument of {stuff} in {street}
`,
  frames: `
d: Who constructed {name}? => {builder}
d: In which year was the work on {name} over? => {year}
d: What material is {name}? => {stuff}
d*: Who was responsible for the making of {name}? => {builder}
d*: How big is {name}? => {size}
i: Who created the landmark {clue}? => {builder}
i: What is the landmark {clue} called? => {name}
i: How large is the monument {clue}? => {size}
i: From what was the landmark {clue} put together? => {stuff}
i*: When did they complete the monument {clue}? => {year}
i*: In which road can one look at the monument {clue}? => {street}
p: Which work did {builder} leave to those who live in {street}? => {name}
p: What did {builder} use for the thing that stands in {street}? => {stuff}
p*: How large is what {builder} put up in {street}? => {size}
m: Which monument of {stuff} is one {clue}? => {name}
m*: What do we call the landmark of {builder} {clue}? => {name}
`,
  people: { builder: "year" },
  entries: `
# Lantern Bridge | a bridge | Lantern Lane | 1709 | Conrad Alder | white limestone | sixty-two
  metres | that is lit by glowing insects
In June its lamps stay dark, because thousands of fireflies gather under the arches and give light
  enough. The lamplighters have a holiday. Couples come from far away to walk across.
On the northern side is a small shop that sells hot chestnuts and, in a flood, rubber boots.
i: Which workers need not come to work in early summer? => The lamplighters
i: What small creatures take the place of lamps? => fireflies
# Willow Bridge | a bridge | Willow Walk | 1716 | Conrad Alder | oak | thirty metres | that can be
  folded away
Half of it can be pulled up with a chain, so that barges with tall masts get through. Twelve geese
  once stopped traffic on it for a day. Nobody wanted to offend them.
The keeper of the chain lives in a hut on the pier and plays cards with the skippers while they
  wait.
i: What animals blocked a crossing for a whole day? => Twelve geese
i: Why is part of a crossing lifted up? => barges with tall masts
# Mill Bridge | a bridge | Mill Road | 1725 | Conrad Alder | brick | eighteen metres | with a roof
  where cheese gets ripe
It has a roof and walls like a house, and under the boards the dairy keeps its cheese in the cool
  air of the stream. The smell guides walkers in the fog.
Travellers used to hide here from storms, and there are names cut into every board.
i: Which food lies ripening above the running water? => cheese
i: By which sense do people find the way over the stream in bad sight? => smell
# Gull Bridge | a bridge | Gull Lane | 1851 | Esther Webb | iron | a hundred and four metres |
  that hums in the wind
The wind plays on its iron ropes, and each kind of weather has a note. A low hum means rain. The
  music school tunes its cellos by it on Sundays.
Seven painters work on it all year round, and when they reach the end they begin again.
i: What does a deep tone foretell? => rain
i: Which instruments are set to the note of the wind? => cellos
# the Bell Tower | a tower | Bell Square | 1598 | Hugo Sander | red sandstone | fifty-one metres |
  that leans towards the pub
Since a flood it leans two metres to the left, towards the inn across the square. The mason
  answered that every honest tower was thirsty. Five bells hang in it, and the smallest is the
  oldest.
From the gallery one can see eleven villages, and on clear days the smoke of a twelfth.
i: Which of the bells has the greatest age? => the smallest
i: How did the maker excuse the crooked walls? => every honest tower was thirsty
# the Salt Gate | a gate | Salt Street | 1605 | Hugo Sander | grey granite | nine metres | that
  cows licked thin
Salt carts stood here for so long that the stones taste of it, and passing cows have licked a deep
  hollow into the left side. A guard once lost his boots to a hungry calf.
In the room above the arch lives a bookbinder who must let the wind through.
i: Which animals have worn away the wall with their tongues? => cows
p: What was stolen from the watchman at the Salt Gate? => his boots
# the Water Tower | a tower | Mill Road | 1858 | Esther Webb | yellow brick | thirty-eight metres
  | with fish painted all around
The upper half is painted with fish, and each family that gave money may choose one. The
  engineer's own is a very small eel. From the roof firemen look for smoke in dry summers.
Inside winds a stair of two hundred steps, and on each tenth one stands a chair.
i: What decoration did people receive for their gift? => fish
i: Who keeps a lookout up there when it has not rained? => firemen
# the Park Gate | a gate | Garden Lane | 1760 | Walter Dixon | iron | four metres | that birds
  take for a hedge
It looks so much like a hedge that robins build nests in it. The gardener is not allowed to close
  it until the young have flown. One hinge sings in the key of D.
The key is as long as an arm and is carried by the youngest gardener on a cushion.
i: Which birds believe that metal is a bush? => robins
i: Until when must the way into the green stay open? => until the young have flown
# Rowe's Light | a lighthouse | Harbour Road | 1786 | Cecil Rowe | white stone | forty-four metres
  | that blinks like someone who tells a secret
Its light blinks twice, waits and blinks again, which sailors read as "come in, come in". The
  first lamp burned the oil of whales; now it is electric and costs less than a supper.
Three keepers share the nights, and the one who is free must cook for the others.
i: What do seamen understand when the beam goes on and off? => come in, come in
i: From which animal came the fuel of the earliest lamp? => whales
# the Widow's Well | a well | Widow's Steps | 1491 | Maud Alder | black slate | twenty-six metres
  | into which lost rings are thrown
Widows drop their ring into it when they marry again, so nobody may climb down. The water is said
  to taste of silver. A mason who tried to count the rings went blind for a day, and told no
  number.
Its roof is covered with moss, and a wooden bucket hangs there which nobody uses.
i: What happened to the man who wanted to know how many rings there were? => went blind for a day
i: When does a woman give up her old ring? => when they marry again
# the Singing Fountain | a fountain | Market Square | 1733 | Peregrine Sander | green marble |
  five metres | that plays a flute by water
Water runs through nine stone flutes and makes a soft tune, which is a little sad when the
  pressure is low. On market days wine once ran in it, for an hour, by mistake.
Dogs howl with it in the evening, and the people at the market have got used to that.
i: When does the tune of the water become melancholy? => when the pressure is low
i: What drink came out because of an error? => wine
# the Stone Goose | a statue | Goose Green | 1820 | Lydia Crane | grey granite | three metres |
  that pupils dress in scarves
It remembers the birds whose noise woke the town before a fire could reach the roofs. On cold
  mornings children put a scarf on it. The longest so far was nine metres.
Tourists touch its beak, which shines like gold, though it is only polished by fingers.
i: At what time of the year's cold days do the young dress a bird of stone? => On cold mornings
i: How long was the biggest piece of knitting put on a statue? => nine metres
# the Thinking Bench | a bench | Orchard Road | 1884 | Ambrose Dunmore | walnut wood | seven
  metres | on which quarrels must be settled
Two people who quarrel must sit at its ends and move closer with each point on which they agree.
  Most meet in the middle by noon. A pair of brothers once sat for six days.
Squirrels know that there are always crumbs below, since people eat when they are angry.
i: How long did the most stubborn siblings stay there? => six days
i: What do enemies do each time they are of one mind? => move closer
# the Fox Column | a column | Fox Row | 1667 | Tancred Sander | red marble | twelve metres | with
  a clever animal on its top
The stone fox on top has one paw raised and points to the place where treasure is buried. Everyone
  has dug there. It seems that the builder turned it round each spring as a joke.
A baker nearby sells biscuits in the shape of the paw, with a map of paper inside.
i: Why did nobody find the gold by following the paw? => turned it round each spring
i: What is the animal in the sky thought to show? => the place where treasure is buried
# the Copper Dome | a dome | Copper Street | 1741 | Ludwig Dixon | copper | twenty-two metres |
  under which a whisper travels far
Someone who whispers at the north wall is heard at the south wall, and nowhere else. Lovers use
  it, and so do spies. In storms the roof has turned from brown to green like the sea.
Under it is a market of old clothes on Wednesdays, where one hears more than one pays for.
i: Which people besides couples come to talk in a low voice? => spies
i: What colour had the roof before the weather worked on it? => brown
# the Harbour Chain | a chain | Harbour Road | 1588 | Gideon Dixon | iron | two hundred metres |
  that shut out pirates
Each of its links is as heavy as a pig, and it closed the harbour at night against pirates. Today
  it lies in the grass and children balance along it. The first link is missing and is used as a
  door stop at the bank.
A poet has called it the necklace of the town, and the smiths were pleased for a week.
i: For what does the bank need an old piece of metal? => a door stop
i: With what farm animal can one compare the weight of a link? => a pig
# the Ladder Tower | a tower | Rope Walk | 1622 | Hester Sander | oak | twenty-nine metres |
  without any stairs
Rope makers dried their longest ropes here, so there are no floors and no stairs, only one ladder
  with ninety steps. Owls have lived in it since the last rope was sold. They accept visitors
  before dusk.
The wood smells of tar when the sun is on it, and then the children next door sneeze.
i: Which birds now have the house of the cords? => Owls
i: How many rungs must a climber count? => ninety
# the Sun Gate | a gate | King's Road | 1553 | Bartholomew Alder | white limestone | eleven metres
  | that lights an altar once a year
On the longest day the rising sun shines straight through it and falls on the chapel altar at the
  far end of the road. Bakers then hand out round yellow rolls. Clouds have spoiled it nine times
  in a hundred years.
In the guard room lives a family with nine children, who are all early risers.
i: What do people get to eat on midsummer morning? => round yellow rolls
i: How frequently in a century did the weather hide the sunrise? => nine times
# the Echo Wall | a wall | Chapel Hill | 1679 | Erasmus Sander | black slate | eighty metres |
  that repeats each shout
A shout comes back four times, and the fourth is said to be politer than the first. Choirs
  practise here with half their singers. It was built to hide the vineyard from goats.
Moss grows on it except in the places where people lean their backs when they listen.
i: Against which animals was the answering wall put up? => goats
i: Who saves half of the people by using the echo? => Choirs
# the Weather Post | a post | Goose Green | 1899 | Henrietta Dixon | brass | six metres | where a
  frog tells what clouds will do
A brass frog climbs up the post before sunshine and down before rain, moved by a string of horse
  hair. It is wrong on three days in a hundred. On those days the mayor apologises by letter.
Farmers take off their hats to it on market days, half as a joke and half in earnest.
i: What must the mayor send when the forecast failed? => letter
i: What makes the metal animal go up and down? => a string of horse hair
# Tanner's Clock | a clock | Thistle Lane | 1837 | Martin Sander | brass | two metres | that only
  has a single hand
It shows no minutes, for its maker held that nobody in this lane was ever so busy. The hand is
  shaped like a carp. At noon a door opens and nothing comes out.
Beneath it stands a bench for those who wait, and somebody has carved "soon" into the wood.
i: What does the lane's clock leave out because of the calm life there? => minutes
i: Which fish points at the hour? => a carp
# the Sleeping Lion | a statue | Station Road | 1926 | Flora Dunmore | red sandstone | five metres
  | that keeps suitcases between its legs
Travellers leave their bags between its paws, and nothing has ever been stolen from there. One ear
  was broken by lightning. A stable boy gave it a new one of wood, which is better loved than the
  other.
On rainy days a red umbrella is put over it by the taxi drivers, who feel sorry.
i: What replaced the part hit by the storm? => a new one of wood
i: How many things have vanished from the beast's feet? => nothing
# the Broken Arch | an arch | River Street | 1702 | Quentin Alder | brick | eight metres | that
  was left without a middle
The money ran out before the two halves met, and the gap has been left open ever since. Swallows
  fly through it. The council votes on it every ten years and always decides that it is finished.
An acrobat once jumped across and was offered the office of mayor, but she had a train to catch.
i: Why do the halves of the monument not touch? => The money ran out
i: How often do politicians discuss the hole? => every ten years
# the Fish Steps | a stairway | Gull Lane | 1774 | Dorothea Rowe | grey granite | fifty steps |
  that women climbed with baskets on their heads
The steps are low and wide, because the fish women went up them with a basket on the head. Each
  stone bears the name of one of them. When it rains, the way smells faintly of herring.
In the evening old people sit there in rows and comment on those who are out of breath.
i: Whose names can be read on the way up? => the fish women
i: Of which creature does the wet stone smell? => herring
`,
});
