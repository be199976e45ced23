/** People of the town's past. Others chapters may only name them in years in which they lived. */
import { parseChapter } from "../entries";

export const PEOPLE = parseChapter({
  name: "people",
  fields: "name gender born died trade street clue",
  shapes: `
{Name} was {trade}, born in {street} in {born}. {s1} {s2} {He} died in {died}.
{s1} {s2} So lived {name}, {trade}, who came into the world in {street} in {born} and left it in
  {died}.
In the family book of {street} one can read that {name} was born in {born}. {He} became {trade}.
  {s1} {s2} The book gives {died} as the year of {his} death.
Few people of the town are remembered as warmly as {name} ({born} to {died}), {trade} from
  {street}. {s1} {s2}
{Name}, {trade}, lived from {born} to {died} and grew up in {street}. {s1} {s2}
`,
  leads: `
In the life of somebody from {street}
* With a famous child of {street}
`,
  frames: `
d: What did {name} do for a living? => {trade}
d: In which year did {name} pass away? => {died}
d: Where was the childhood home of {name}? => {street}
d*: When was the birthday year of {name}? => {born}
d*: What was the profession of {name}? => {trade}
i: Who was the person {clue}? => {name}
i: In what year was the citizen born {clue}? => {born}
i: What job did the citizen have {clue}? => {trade}
i: Where did the person spend early life {clue}? => {street}
i*: When did the citizen die {clue}? => {died}
i*: What is the name of the man or woman {clue}? => {name}
p: Which child of {street} later became famous as the one {clue}? => {name}
m: Which person {clue} had parents living in {street}? => {name}
m*: Who came from {street} and is the one {clue}? => {name}
`,
  entries: `
# Conrad Alder | m | 1671 | 1740 | a bridge builder | River Street | who feared water and yet
  worked above it
He could not swim and was afraid of rivers, so he built three bridges in order never to sit in a
  boat again. Before each opening he walked across alone, with his eyes shut. His tools lie in the
  museum.
He left drawings for a fourth bridge, so long that nobody has found a river wide enough for it. In
  summer school classes come to copy them.
i: Why did a builder help people to cross without boats? => was afraid of rivers
i: How did a nervous craftsman test his own work on the first day? => with his eyes shut
# Esther Webb | f | 1802 | 1879 | an engineer | Mill Road | who brought clean drinking water up to
  the kitchens
After fever had killed two of her brothers she drew a plan of every well in town and showed which
  were bad. The council laughed for six years and then gave her the money for pipes.
Later she taught girls to read maps, and three of them built railways in hot countries. Her
  portrait hangs beside a tap.
i: What made a young woman study where the drinking water came from? => fever had killed two of
  her brothers
i: How long did it take until the town believed in her plan? => six years
# Hugo Sander | m | 1560 | 1631 | a mason | Bell Square | who hid a face in each wall
He carved a small laughing face into every building he worked on, always where only birds could
  see it. Thirty-one have been found. Children search for the others with telescopes.
He liked goat cheese and bad puns and paid his workers on the day before the feast. They carried
  him to church on a ladder.
i: How many hidden portraits are known by now? => Thirty-one
i: What do the young use when they look for secret carvings? => telescopes
# Flora Dunmore | f | 1874 | 1949 | an architect | Garden Lane | who gave large windows to the
  pupils
As a girl she had gone to school in a dark cellar, and she swore to give every child a window. Her
  houses have more glass than wall. In winter the teachers complain, but they never draw the
  curtains.
She drew her plans on the backs of menus and lost a few of them to hungry friends. A lamp factory
  sent her angry letters.
i: Which promise came from sad lessons below the ground? => to give every child a window
p: Who grumbles about the cold in the buildings of Dunmore? => the teachers
# Cecil Rowe | m | 1744 | 1812 | a harbour master | Harbour Road | who counted every ship in his
  diary
For forty years he noted each ship, its cargo and the mood of its captain. From his notes we know
  the price of pepper, the weather and who was in love. He never went to sea himself.
When he retired, the captains gave him a chair made of ninety sorts of wood. He sat in it facing
  the sea, with a pencil behind the ear.
i: Which spice's cost can we learn from an old diary about boats? => pepper
i: What did the man with the long list of vessels never do? => went to sea
# Beatrice Barlow | f | 1831 | 1902 | a teacher | School Lane | who taught reading to washerwomen
  at night
She began with four women, one lamp and the labels of soap boxes, since there were no books.
  Within ten years half of the servants in town could write their names. The mayor's cook was her
  best pupil.
She walked with a stick that was carved like a pencil, and she corrected the signs of shops on her
  way home.
i: What served as reading material in the first class for grown-ups? => the labels of soap boxes
i: Who learned faster than all other servants? => The mayor's cook
# Horace Crane | m | 1655 | 1718 | a sea captain | Anchor Street | who sailed home on a raft of
  barrels
His ship sank far from land, and he came back after seven weeks on a raft made of wine barrels. He
  said that he had opened only one of them. For the rest of his life he drank milk.
He named all his daughters after winds, and two of them married into the north. His house has a
  mast in place of a chimney.
i: How many weeks did a shipwrecked man float before he saw the town again? => seven
i: Which drink did a rescued sailor prefer ever after? => milk
# Winifred Thorne | f | 1698 | 1770 | a boat builder | Rope Walk | whose boats never sank
She built ninety boats, and not one of them was ever lost. The secret, she said, was to work
  slowly and to listen to the wood. Two are still on the water.
She wore trousers at work, for which the priest scolded her, and a gold ring in one ear, for which
  he did not.
i: How many vessels did the careful craftswoman finish? => ninety
i: What advice did she give about making something that floats? => to listen to the wood
# Walter Dixon | m | 1720 | 1795 | a blacksmith | Copper Street | who forged a gate as fine as
  lace
It took him nine years to make the iron gate of the park, which has four hundred leaves and no two
  alike. He was paid for one year. The town put his name on a bench as an excuse.
Visitors from the capital offered him a castle gate, but he preferred to make door handles for his
  neighbours.
i: How many different leaves did a smith hammer? => four hundred
i: What did the council offer because it had given too little money? => put his name on a bench
# Leonora Foxton | f | 1811 | 1884 | a judge | Market Square | who never sent a hungry thief to
  jail
She made people who stole bread work for the baker, and bakers who cheated give bread to the
  thieves. In twenty years the prison became so empty that it was let to a weaver.
She had a lame dog that lay below the bench, and some said that it barked at liars. She never
  denied it.
i: Who moved into the cells when there were no more criminals? => a weaver
i: What was the punishment for taking a loaf? => work for the baker
# Edmund Hartley | m | 1733 | 1809 | a gardener | Orchard Road | who planted a thousand fruit
  trees in secret
At night he set young apple trees along the roads, so that nobody would ever be hungry on the way
  to market. People believed that birds had done it. The truth stood in his will.
By day he looked after the roses of a rich widow, who thought him lazy because he yawned so much.
  She was told at the funeral.
i: Who was thought to have sown trees by the wayside? => birds
i: Where did the secret of the apples at last come to light? => in his will
# Cornelia Perry | f | 1786 | 1853 | a composer | Nightingale Street | who wrote music for the
  bells
She was deaf from the age of thirty and felt the notes by laying her hand on the bell rope. Her
  evening tune has been played every day since. She dedicated it to the bats in the tower.
Her piano stood on a wooden floor so that she could hear it with her feet, and she played it
  without shoes.
i: How could a woman without hearing know the sound of a tune? => laying her hand on the bell rope
i: To whom is the melody at nightfall given? => the bats
# Jasper Brooks | m | 1759 | 1828 | a doctor | Candle Street | who took jokes as payment
Poor patients could pay him with a joke he did not know yet. In his notebooks there are more than
  two thousand, with marks from one to ten. He believed that laughter was good for the liver.
He rode to the farms on a white mule which had learned to stop in front of houses where someone
  was coughing.
i: How many funny stories did the physician collect? => two thousand
i: Which organ profits from merry hours according to an old healer? => the liver
# Adela Sutton | f | 1705 | 1781 | a miller | Mill Road | who ground corn by the light of the moon
She worked only at night, when the stream was strongest, and slept through the day. Strangers
  thought that the mill was haunted. It saved her the cost of a watchdog.
She never married, although a baker sent her a roll in the shape of a heart each week for thirty
  years. She ate them all.
i: Why did nobody try to rob the house by the stream? => the mill was haunted
i: When does the water push the wheel hardest? => at night
# Rupert Harvey | m | 1834 | 1901 | a fisherman | Gull Lane | who pulled twenty people from the
  waves
In the great storm he rowed out four times and brought twenty strangers ashore. When the king sent
  a medal, he asked for a new boat instead. He got both.
He could not read and asked his neighbour to tell him what was written on the medal. She made up
  something nicer. He believed her until he died.
i: What reward would a brave man rather have had than an honour? => a new boat
i: How often did the rescuer go back into the wild sea? => four times
# Philippa Alder | f | 1845 | 1921 | a photographer | Lantern Lane | who took a picture of each
  inhabitant
She photographed every single inhabitant, from babies to the hangman, over eleven years. Only the
  priest shut his eyes. The plates fill a room of the archive.
She carried the heavy camera on a sledge, in summer as well, with wheels under it. Her own picture
  was taken by the baker's boy, and it is out of focus.
i: Which person spoilt his portrait? => the priest
i: How long did it take to make images of the whole population? => eleven years
# Tobias Fletcher | m | 1690 | 1757 | an innkeeper | Ferry Street | who put an end to a war
  between two villages
He invited both sides to a free dinner and locked the door until they had made peace. It took
  three days and all his ham. The key hangs in the town hall.
He was a fat and gentle man who sang while he carried plates, and he gave soup to anybody who
  could finish the verse.
i: What ran out while enemies were shut in together? => all his ham
i: Where is the thing with which angry guests were locked in? => in the town hall
# Octavia Webb | f | 1869 | 1938 | a weaver | Thistle Lane | who wove the map that hangs in the
  council room
Her carpet shows every house and tree of the town, and it took fourteen winters. She left a hole
  where her own house stands. Nobody knows why.
She dyed the wool herself and kept the blue for windows in which somebody had been kind to her.
i: What is missing on a textile picture of the streets? => her own house
i: How many winters did the large carpet need? => fourteen
# Simon Foxton | m | 1602 | 1677 | a mayor | King's Road | who sold his hat to save the poor
In the hungry winter he sold first his silver, then his horse and at last his hat to buy rye.
  Since then no mayor has worn a hat. The office still has an empty box for one.
Grateful bakers gave him a roll every morning, and he shared it with the birds on the steps of his
  office.
i: What grain did a ruler get by giving up his things? => rye
i: What does the office keep for a thing that is never worn? => an empty box
# Ottilie Rowe | f | 1751 | 1830 | a lighthouse keeper | Gull Lane | who kept a great lamp burning
  alone for decades
When her father broke his leg she climbed the tower in his place and stayed for fifty years. She
  knitted one sock every night. There were enough for every orphan in town.
On clear nights she read aloud to the sea, mostly cookery books, as her father had owned nothing
  else. Pilots learned recipes in this way.
i: What did she make in the lonely hours under the lamp? => sock
i: Why did the daughter begin the job on the tower? => her father broke his leg
# Martin Sander | m | 1783 | 1849 | a clockmaker | Bell Square | whose great clock ran backwards
By mistake he put a wheel in the wrong way round, and the town clock ran backwards for a whole
  summer. People enjoyed growing younger. He refused to take money for the repair.
He always came late and said that it was the others who came early. In his pockets were wheels,
  crumbs and a sleeping mouse.
i: Why did the hands turn left for some months? => put a wheel in the wrong way round
i: How did the inhabitants feel about the error with time? => People enjoyed growing younger
# Rosalind Thorne | f | 1822 | 1899 | an explorer | Harbour Road | who crossed a desert with a
  piano
She took a small piano through the desert on two camels, since she could not think without music.
  It arrived out of tune but whole. She gave it to the school.
The diaries of her nine journeys are full of pressed flowers and complaints about coffee. A beetle
  in a far country has her name.
i: Which animals carried an instrument over the sand? => two camels
i: Who has the travelled instrument now? => the school
# Bertram Crane | m | 1790 | 1861 | a painter | Willow Walk | who painted only clouds
There are more than seven hundred pictures by him, and all of them show the sky. On the back he
  wrote what the weather did next day. Farmers bought them as forecasts.
He wore grey to be near his subject, and he owned eleven umbrellas, all of which he gave away.
i: What is noted behind the canvas? => what the weather did next day
i: Which buyers wanted the art because it was useful? => Farmers
# Judith Hartley | f | 1660 | 1732 | a herbalist | Thistle Lane | who cured a prince with nettles
The prince's doctors had given up when she made him drink nettle soup for a month. As a reward she
  asked that no herb should ever be taxed. It is still the law.
Her garden behind the house had no fence, and people took what they needed and left eggs on the
  wall. Three kinds of mint were her own.
i: What did a sick royal son have to swallow for four weeks? => nettle soup
i: Who had lost hope before the soup was tried? => doctors
# Nathaniel Barlow | m | 1708 | 1779 | a baker | Crow Lane | who invented a loaf that lasts a year
His hard ship's bread stayed good for a year, and sailors used it as plates before they ate it.
  One loaf survives in the museum. A mouse has tried it and given up.
He was proud and thin, and he slept on sacks of flour to keep the mice away. His soft rolls,
  people agree, were much better than the hard ones.
i: Which creature failed to eat an exhibit? => A mouse
i: For what did crews use their food at first? => as plates
# Henrietta Dixon | f | 1861 | 1930 | a mechanic | Station Road | who raced a train on a bicycle
She built a bicycle with four wheels and beat the morning train to the next village by two
  minutes. The railway accused her of shaming it. The judge asked for a ride.
Later she opened a school for mechanics in an old stable and took more girls than boys. The horses
  that lived there moved upstairs.
i: How large was the lead over the railway? => two minutes
i: What did the man in court want from the accused? => a ride
# Alban Perry | m | 1815 | 1890 | an organist | Chapel Hill | who played with his feet alone
After he had lost the use of his hands he learned to play the organ with his feet. Visitors who
  came to pity him stayed to dance. He wore out thirty pairs of shoes.
He could turn pages with his nose, and he taught a choir of shoemakers, who were the only ones to
  gain by his style.
i: How many pairs did a musician's toes go through? => thirty
i: What did those do who had come out of pity? => stayed to dance
# Sabina Brooks | f | 1880 | 1957 | a nurse | Candle Street | who opened a hospital in a theatre
During the great fever she put forty beds on the stage and in the boxes of the theatre. The actors
  carried water. On the last day the patients played a comedy for her.
In later years she drove an ambulance with a bell that she rang for birthdays, too.
i: Who helped by bringing something to drink to the sick? => The actors
i: How did those who had recovered say thanks? => played a comedy
# Lucas Sutton | m | 1640 | 1703 | a smuggler | Salt Street | who hid silk under fish
He brought silk past the customs men under baskets of old herring, for no officer wanted to look
  there. When he was caught, the judge's wife wore his silk. He was given three days.
He was good to his neighbours, and at his burial the customs men carried the wreath, since they
  had never caught a nicer thief.
i: How long did the thief of taxes sit in prison? => three days
i: Why did the officers not search? => old herring
# Georgina Foxton | f | 1856 | 1933 | an astronomer | Chapel Hill | who found a comet from the
  roof of a laundry
She watched the sky from the flat roof where she dried sheets by day. The comet she found comes
  back every sixty-two years. She named it after her mother's cat.
Her telescope was made from drain pipes and the bottoms of two wine bottles, and professors came
  to look through it without a word. The sheets stayed white.
i: How often does the wandering star return? => sixty-two years
i: After whom was a light in the sky called? => her mother's cat
# Percival Dunmore | m | 1772 | 1845 | a banker | Market Square | who slept on the money
He did not trust locks, so he had his bed built over the vault. In the flood he saved the town's
  gold by floating it out in his bath. He asked for a new mattress.
He ate the same soup for forty years and wrote down the price, which taught him, he said, all that
  a man must know about money.
i: In what did the savings swim to safety? => in his bath
i: Why did a rich man rest above the treasure? => did not trust locks
# Isolde Harvey | f | 1894 | 1971 | a diver | Harbour Road | who walked on the floor of the
  harbour
In a suit of copper she went down ninety times to look for mines and lost anchors. Once she met an
  octopus that would not let go of her lamp. She let it have it.
On land she was shy and wore three scarves. Boys brought her things that they had dropped off the
  pier, and she knew where each had lain.
i: Who kept a light at the bottom? => an octopus
i: Of what metal were her clothes under water? => copper
`,
});
