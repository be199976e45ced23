/** Houses and other buildings, with those who own or use them. */
import { parseChapter } from "../entries";

export const HOUSES = parseChapter({
  name: "houses",
  fields: "name kind street year architect owner rooms clue",
  shapes: `
{Name} is {kind} in {street} with {rooms} rooms, built by {architect} in {year}. {s1} {s2} It
  belongs to {owner}.
{s1} {s2} {Name}, {kind} in {street}, was planned by {architect} and finished in {year}. It has
  {rooms} rooms, and the owner is {owner}.
Whoever walks through {street} sees {name}, {kind} of {rooms} rooms. {Architect} built it in
  {year} and {owner} owns it today. {s1} {s2}
{Architect} put up {name} in {year}, {kind} with {rooms} rooms in {street}. {s1} {s2} Its owner at
  present is {owner}.
`,
  leads: `
In the building that {architect} designed in {street}
* Where {owner} possesses {rooms} chambers
`,
  frames: `
d: Who designed {name}? => {architect}
d: In whose hands is {name} now? => {owner}
d: How many chambers are there in {name}? => {rooms}
d*: When was {name} ready to be used? => {year}
d*: Who drew the plan for {name}? => {architect}
p: Which building in the hands of {owner} was designed by {architect}? => {name}
p: Who designed what is now in the hands of {owner}? => {architect}
p*: How many chambers does {owner} possess? => {rooms}
i: What is the building {clue} called? => {name}
i: Who designed the building {clue}? => {architect}
i: In which road is the building {clue}? => {street}
i*: How many chambers has the building {clue}? => {rooms}
i*: Who possesses the building {clue}? => {owner}
m: Which building in {street} is the one {clue}? => {name}
m*: Which building with {rooms} chambers is the one {clue}? => {name}
`,
  people: { architect: "year" },
  entries: `
# the Old Mill | a corn mill | Mill Road | 1687 | Ambros Alder | Lena Sutton | nine | whose wheel
  turns the wrong way
Its wheel turns against the stream twice a day, when the tide comes up the river. The flour ground
  then is finer and is kept for wedding cakes. Herons watch from the roof.
Visitors can buy a small bag of flour and have to guess whether river or sea has made it.
i: For what is the better flour saved? => for wedding cakes
i: What force from the ocean moves the wheel backwards? => the tide
# Heron House | a villa | Heron Street | 1912 | Flora Dunmore | the Hartley family | twenty-one |
  that is full of mirrors in the garden
Mirrors stand in its garden to bring light to the north rooms, and birds used to fight with
  themselves until the glass was turned. A blind poet lived here and paid less rent than others.
The stairs are wide enough for a horse, and in one winter a horse did live on the second floor.
i: Which lodger got a cheaper flat because light was no use to him? => A blind poet
i: Why were the panes among the flowers turned? => birds used to fight with themselves
# the Library | a library | Bell Square | 1911 | Flora Dunmore | the town | thirty | in which the
  shelves follow the sun
The bookcases stand on rails and are moved during the day so that a reader always has the sun on
  the page. Nine strong men did this; now there is a motor. It holds sixty thousand volumes.
Under the roof is a room with books that nobody has asked for, and a lonely lamp.
i: What does the work of nine people today? => a motor
i: How large is the collection of books? => sixty thousand
# the Salt House | a warehouse | Salt Street | 1592 | Hugo Sander | Nadia Quill | four | whose
  walls weep before rain
Salt in the walls draws water from the air, so they are wet on the day before rain. Washerwomen
  look at them first. The mice here are the thirstiest in town.
Boxers trained here, since the air was thought to be good for the lungs and hard on the eyes.
i: Who reads the weather from a damp wall? => Washerwomen
i: Which animals suffer from dry mouths? => The mice
# the Girls' School | a school | School Lane | 1908 | Flora Dunmore | the town | eighteen | with a
  slide from top to bottom
A slide runs from the top floor to the yard as a way out in case of fire. It has been used every
  day and never for a fire. Teachers take the stairs, at least while someone looks.
In the hall hangs a bell which was the gift of a pupil who had always come late.
i: For what emergency was the fun thing meant? => fire
i: Who pretends not to use it? => Teachers
# Copper House | a merchant's house | Copper Street | 1624 | Hugo Sander | Anton Vell | fourteen |
  that fell into two halves for brothers
Two brothers divided it with a wall down the middle, through the dining table too. They passed
  each other the salt by way of the street. The wall was taken down by their grandchildren, who
  married.
Two front doors with two knockers remain, and visitors choose according to their politics.
i: Who removed what had parted the relatives? => their grandchildren
i: By which route did the brothers hand over seasoning? => by way of the street
# the Fever Hospital | a hospital | Chapel Hill | 1894 | Emeric Dunmore | the town | forty | where
  windows are always open
No window has ever been shut, winter or summer, for its first doctor believed in wind. Patients
  sleep in hats. Snow on the bed was thought to be a good sign.
Pigeons walk through the rooms, and those who can count them are allowed to go home.
i: What do the sick wear at night? => hats
i: In what did the first physician trust? => wind
# Lantern House | an inn | Lantern Lane | 1755 | Fabian Alder | Aurel Voss | eleven | that sends
  signals by its windows
From the colour of the curtains neighbours know who is ill, who has a child and who wants company.
  Strangers sometimes get visitors whom they did not expect. Yellow means that there is soup.
In the attic hang three hundred old curtains, a diary of the house for those who can read it.
i: Which colour promises something warm to eat? => Yellow
i: How does the street learn that somebody is sick? => From the colour of the curtains
# the Round House | a house | Orchard Road | 1799 | Cosmo Alder | Hilke Brandt | seven | without
  corners for the devil
A priest had it built round so that the devil could not hide in a corner. No cupboard fits against
  the walls. The present owner makes furniture with curved backs and sells it with success.
Marbles come to rest in the middle of its floor, and so do most of the guests.
i: Which goods came out of the trouble with the walls? => furniture with curved backs
i: Who wished to keep evil away by means of a shape? => A priest
# the Customs House | an office | Harbour Road | 1681 | Erasmus Sander | the harbour | sixteen |
  in which smells are the best proof
Officers here were chosen by their noses, for good tea, bad fish and hidden tobacco can all be
  smelt. A man with a cold was sent home with pay. The last great nose is painted over the door.
In the cellar are shelves with things that nobody dared to claim, such as a harp full of tea.
i: Why was an officer with a cough free to go? => chosen by their noses
i: What part of a person is honoured above the entrance? => nose
# the Bath House | a bath | Garden Lane | 1878 | Emeric Dunmore | Clara Hartley | twenty-five |
  that warms its neighbours
Water from a hot spring fills its nine pools and is then led through pipes to the houses around.
  The poorest quarter thus has the warmest floors. Cats lie on the pavement all winter.
Chess is played in the warmest pool with floating boards, and the games are long.
i: Who enjoys the heat on the ground outside? => Cats
i: How many basins are filled? => nine
# the Weavers' Hall | a guild hall | Thistle Lane | 1647 | Barnabas Sander | the weavers | twelve
  | that has cloth in place of walls
Inside there are no walls, only heavy carpets that can be hung anew for each feast. Spies used to
  stand between two of them. They were found by their sneezing.
Echoes cannot live in it, and quarrels end early because no one can shout. Moth traps hang from
  every beam.
i: What betrayed those who listened in secret? => sneezing
i: How do they change the plan of the hall for a party? => heavy carpets
# Crow Tower House | a house | Crow Lane | 1664 | Barnabas Sander | Pia Lennox | six | in which
  each floor has one room
It is one room wide and six rooms high, and dinner was pulled up in a basket. The owner who lived
  at the top was the thinnest man in town. He had the best view and the coldest soup.
Its stair is so steep that the cats go up and come down by the roof.
i: How did meals come up? => in a basket
i: What was bad about living below the roof? => the coldest soup
# the Prison | a prison | King's Road | 1716 | Tiberius Sander | the weavers' union | thirty-three
  | that is more a workshop than a jail
Today looms stand in the cells, but the doors still lock from the outside at ten. A weaver who
  forgets the time spends the night with his work. The best cloth is said to be made then.
Over the door one still reads a line that asks those who come in to think of their mothers.
i: What company does a craftsman have who misses the evening hour behind bars? => his work
i: When do the locks close by themselves? => at ten
# the Station | a railway station | Station Road | 1905 | Flora Dunmore | the railway | nineteen |
  whose clock is kind
The clock at the front is two minutes fast and the one on the platform two minutes slow, so that
  most people catch their train. A stationmaster who set them right was sent away.
Beneath the roof lives a colony of sparrows that leaves and comes with the express.
i: What is the reason for wrong times there? => most people catch their train
i: Who lost his post for being exact? => A stationmaster
# the Nuns' Brewery | a brewery | Nightingale Street | 1639 | Jorinde Alder | the Sisters of the
  Bell | eight | where beer is sung to
Nuns sing to the barrels in the first three nights, high for pale beer and low for dark. A man's
  voice once turned a whole year sour. They sell only to people who can hum.
In the yard a lime tree is watered with what is left over, and it leans.
i: What spoilt all the drinks of twelve months? => A man's voice
i: Which customers are accepted? => people who can hum
# the Glass Theatre | a theatre | Market Square | 1867 | Agathe Dunmore | the town | thirty-six |
  that plays by daylight
Its roof is made of glass, and plays are given by day, so that a murder at noon has no shadows.
  For night scenes a cloth is drawn. It seats seven hundred, and ten sparrows.
When it hails, the actors go on without words, which has saved some plays. Tomatoes grow in the
  boxes in summer.
i: How is darkness made on the stage? => a cloth is drawn
i: How many people find a place? => seven hundred
# the Orphans' House | a children's home | Willow Walk | 1788 | Dietrich Alder | the Rowe
  foundation | twenty-two | that has a bed too many
There is always one bed more than children, made fresh each day, so that nobody has to be refused.
  The socks come from the lighthouse. It has been needed every Christmas.
On the fence hang old shoes with flowers in them, one pair for every child who has left.
i: Why is a place kept free? => nobody has to be refused
i: From where do the young get something warm for their feet? => from the lighthouse
# Widow's House | a house | Widow's Steps | 1741 | Leonhard Alder | Tamsin Ray | five | whose door
  is at the back
The entrance is behind, because the widow who built it did not wish to see the sea that had taken
  her man. Later owners have opened a window. It is always shut on her birthday.
A path of shells leads around it, and they crack, so that no one can come unheard.
i: What did the first woman there not want to look at? => the sea
i: When are the shutters of a later opening closed? => on her birthday
# the Observatory | an observatory | Chapel Hill | 1898 | Agathe Dunmore | the university | ten |
  that was a wash house before
The tubs are still there, and the dome runs on rollers taken from mangles. Astronomers hang up
  their socks between the stars, as they say. On Mondays pupils may look at the moon.
The telescope is covered with a tablecloth in the daytime, and the cook complains that it is hers.
  The stairs turn to the left.
i: From which machines come the wheels below the roof? => mangles
i: On what day are the young invited to look up? => Mondays
# the Fish Hall | a market hall | River Street | 1840 | Casimir Webb | the fishermen | two | in
  which cold air is made by a stream
A brook runs below the floor and keeps it cold even in August. Two drains are marked with names,
  because the cats of one side do not let the others in. The loudest seller has the place near the
  door.
Prices are shown by fingers, and a man with nine of them was never trusted.
i: Who gets the spot at the entrance? => The loudest seller
i: What cools the place in summer? => A brook
# the Town Hall | a town hall | Market Square | 1572 | Hugo Sander the Elder | the town |
  twenty-eight | whose floor is sloping
The council room slopes, so that a speaker slides towards the door if he talks for too long on
  smooth shoes. New members are told to buy rubber soles. The mayor's seat is screwed down.
In the tower sits a clerk who writes down which way the wind took the flag.
i: What should a freshly chosen politician purchase? => rubber soles
i: Why does a long talk end by itself? => slides towards the door
# the Chapel | a chapel | Chapel Hill | 1438 | an unknown monk | the parish | three | with a ship
  hanging inside
It is the oldest house that still has its roof. From the ceiling hangs a rowing boat, and the bell
  in the little tower is cracked but may not be replaced, for it warned the town of the plague.
Mice live in the organ, and the organist knows which notes to leave out at breakfast time.
i: What fault must nobody mend? => cracked
i: Against which illness did an old warning help? => the plague
`,
});
