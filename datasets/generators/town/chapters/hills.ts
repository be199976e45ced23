/** Hills and mountains around the town; the highest of them answers lesson 10's question. */
import { parseChapter } from "../entries";

export const HILLS = parseChapter({
  name: "hills",
  fields: "name height rock side climber year clue",
  shapes: `
{Name} lies {side} of Quillmouth and rises to {height} metres. It consists of {rock}. {s1} {s2}
  {Climber} was the first to stand on its top, in {year}.
{s1} {s2} {Name}, {side} of Quillmouth, is made of {rock} and reaches a height of {height} metres.
  The first climber was {climber} in {year}.
{Side} of Quillmouth lies {name}, {height} metres of {rock}. In {year} {climber} reached the top
  before anyone else. {s1} {s2}
`,
  leads: `
On the peak of {rock} {side} of town
* On the mountain that {climber} conquered
`,
  frames: `
d: How many metres tall is {name}? => {height}
d: Who conquered {name} before all others? => {climber}
d: What kind of stone makes up {name}? => {rock}
d*: What is the altitude of {name}? => {height}
d*: When did a human being set foot on the summit of {name}? => {year}
i: What is the elevation of the mountain {clue}? => {height}
i: What do they call the mountain {clue}? => {name}
i: Who conquered the peak {clue}? => {climber}
i*: Which peak is the one {clue}? => {name}
i*: Of which stone is the summit {clue}? => {rock}
p: Which mountain did {climber} conquer? => {name}
p*: In what year did {climber} get up to a summit? => {year}
m: Which peak of {rock} is the one {clue}? => {name}
m*: What is the name of the mountain {clue} that {climber} conquered? => {name}
`,
  people: { climber: "year" },
  entries: `
# the Anvil | 1214 | black granite | north | Rosalind Thorne | 1846 | that wears its snow longer
  than all its neighbours
No mountain in the whole country of the Quill is higher than this one, and snow lies on its flat
  head until June. Clouds are hammered into rain there, the farmers say. A book for climbers is
  kept in an iron box.
Eagles build on its southern wall, and at its foot lies a village whose people walk with a slight
  lean.
i: What is the tallest mountain? => the Anvil
i: Which mountain is the highest of all? => the Anvil
i: Which peak looks down on every other summit? => the Anvil
d: Where do those who reach the top of the Anvil sign their names? => A book for climbers
# Bell Hill | 312 | chalk | east | Judith Hartley | 1689 | that sounds hollow under the feet
The ground rings like a bell when horses gallop over it, for there are caves below. Rabbits have
  dug into most of them. A choir of boys once sang inside and could be heard in the market.
On its side a white horse has been cut into the grass, and scouts comb its mane each spring.
i: What makes the earth sound when riders pass? => caves below
i: Which animals have gone on digging under the grass? => Rabbits
# Goose Hill | 148 | clay | west | Winifred Thorne | 1722 | on which wild birds rest in autumn
Thousands of wild geese rest on it in October before they cross the sea. During those weeks the
  children have to whisper. The post is delivered on foot, without the horn.
A small hut of straw stands on the side that is out of the wind, for those who count the birds.
  The record is ninety thousand.
i: For how long may the young only speak softly? => weeks
i: In which month do travellers with wings gather on the slope? => October
# Candle Peak | 987 | white marble | north | Philippa Alder | 1868 | that glows at sunrise
The first sun of the day touches its white point, which then burns like a candle while the valley
  is still dark. Shepherds set their clocks by it. Marble from here is in every church.
The quarry near the top has been closed, but a crane still stands there and is used by ravens.
i: Who uses a bright mountain instead of a watch? => Shepherds
i: What building holds stone from the shining summit? => church
# the Old Shepherd | 1096 | grey granite | north-east | Rupert Harvey | 1859 | that looks like a
  man with a hat
From the town it resembles a man in a hat who looks after white stones. When fog covers the hat,
  it will rain for three days. Every tenth year somebody tries to put a pipe into his mouth.
On its shoulder is a hut with twelve beds, in which the stove must never be left without wood.
i: What weather follows when the head cannot be seen? => rain for three days
i: What do jokers want to give the stone man? => a pipe
# Fox Ridge | 664 | red sandstone | east | Horace Crane | 1680 | where the path vanishes at noon
The path is marked by shadows of tall stones, so it can be followed only in the morning and in the
  evening. At noon hikers sit down and eat. Foxes wait for the bread.
In spring the slope smells of garlic, and cooks from the town climb up with bags. A bench marks
  the half of the way.
i: What do walkers do in the middle of the day because they cannot see the way? => sit down and
  eat
i: How is the route over the red rocks shown? => by shadows
# Crow's Nest | 803 | slate | north-west | Edmund Hartley | 1761 | with a cabin on a pole
A watchman lived on its top in a cabin on a pole and rang when he saw sails. He could see the sea
  on both sides. His last message was that he was bored.
The pole was taken by a storm, but the steps to it lead up into the empty air.
i: What was the final report of the lookout? => he was bored
i: For which sight did the man pull the rope? => sails
# the Sleeping Sisters | 731 | limestone | west | Georgina Foxton | 1889 | that come as a pair
Two equal tops stand side by side, and a bridge of rope joins them in summer. Twins may cross it
  free of charge. The lake between them has no fish but a very good echo.
Painters come for the sunset and complain that it is always over before they have mixed the pink.
i: What is absent from the water between two summits? => fish
i: Which visitors do not pay on the swinging way? => Twins
# Thimble Hill | 96 | sand | south | Sabina Brooks | 1899 | so small that people are ashamed to
  count it
It is the smallest of all, and its club of climbers has the most members. They go up with ropes,
  flags and a brass band each Whitsun. Tea is served at every ten metres.
A sign shows the way to the valley, and underneath someone has written that it can be seen. Lost
  dogs are usually found here.
i: How often do mountaineers on the tiniest slope stop for a drink? => every ten metres
i: On what feast do they march up with music? => Whitsun
# Widow's Height | 455 | basalt | south-east | Isolde Harvey | 1921 | from which women watched for
  boats
Wives of sailors used to wait here and shade their eyes with the left hand, as the right one held
  a child. The grass on the top never grew back. A stone table shows the distances to every port.
In calm weather one can hear the bells of the next country, and young people come to dance.
i: What is printed on the table above the sea? => the distances to every port
i: Why was one hand not free? => held a child
# Thunder Rock | 1044 | iron stone | north-west | Octavia Webb | 1898 | that storms cannot pass by
Lightning strikes it about forty times a year because of the iron inside. Compasses turn in
  circles near it. A hermit collected the melted sand and sold it as jewellery.
The trees near the top are black on one side. Guides tell you to leave your keys at home.
i: What trade did a lonely man live on? => sold it as jewellery
i: Which instrument goes mad close to the metal peak? => Compasses
# Lantern Hill | 267 | clay | north-east | Cecil Rowe | 1770 | where fires warned of enemies
A chain of fires began here whenever enemy ships were seen, and it reached the king in one hour.
  Once it was lit by mistake for a wedding. The army came and stayed for the dancing.
An iron basket hangs from a post, and blackbirds have lived in it for more years than anyone can
  tell.
i: Who appeared at a party through a false alarm? => The army
i: How long did news need to reach the ruler? => one hour
# the Broken Tooth | 912 | quartz | west | Henrietta Dixon | 1891 | that lost its point
Its top fell down in one night and lies in the valley, as big as a church. A farmer built his
  house against it to save a wall. In the evening the crystals in it shine red.
Climbers say that the new top is harder than the old, and they bring back stones for their
  dentist.
i: How did a countryman profit from the fallen rock? => to save a wall
i: With which building can one compare the size of the piece that dropped? => a church
# Nettle Hill | 203 | sandstone | south-west | Tobias Fletcher | 1714 | that defended itself with
  plants
Nettles as high as a man have stopped three armies here. Today they are cut into soup and cloth.
  The mayor must walk through them once in short trousers before he takes office.
Butterflies of nine kinds live there, and a woman from the school counts them in August with a
  bell.
i: What test waits for a new head of the town? => in short trousers
i: How many hostile troops were held up by weeds? => three
# the Kettle | 846 | pumice | north | Percival Dunmore | 1803 | that steams although it is cold
  outside
It is an old volcano, and warm steam still comes out of a hole near the top. Hens are kept around
  it in winter and lay twice as many eggs. Nobody living has heard it boil.
Shepherds bake potatoes in the hot sand and lend a corner of it to travellers with wet socks.
i: What animals are warmed by the former volcano? => Hens
i: By how much do the eggs increase near the hole? => twice as many
# Quill Head | 578 | chalk | north-east | Jasper Brooks | 1785 | where a river is born
The River Quill begins under its top as a spring no wider than an arm. A stone face spits the
  first water, and each new citizen of the town is brought here to drink. The cows come along.
Nearby lies a meadow where the grass is the first to be green, and lambs are born early.
i: Where has the great stream its source? => under its top
i: How broad is the river at its very beginning? => no wider than an arm
`,
});
