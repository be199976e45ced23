/** Shops and workshops, each with its trade. */
import { parseChapter } from "../entries";

export const SHOPS = parseChapter({
  name: "shops",
  fields: "name trade street year founder owner goods clue",
  shapes: `
{Name} is {trade} in {street}. {Founder} opened it in {year}, and today it belongs to {owner}.
  {s1} {s2} The best seller is {goods}.
{s1} {s2} All this happens at {name}, {trade} in {street}, where most customers ask for {goods}.
  {Founder} began the business in {year}; {owner} carries it on.
You can buy {goods} at {name}, which is {trade} in {street}. {s1} {s2} The founder was {founder},
  in {year}. Now {owner} stands behind the counter.
Since {year} there has been {trade} in {street} called {name}. {s1} {s2} {Founder} started it and
  {owner} owns it now. Shoppers come for {goods}.
{Owner} inherited {name}, {trade} in {street}, which {founder} set up in {year}. {s1} {s2} What
  sells best is {goods}.
`,
  leads: `
In a store of {street}
Where {owner} earns a living
* Where one can purchase {goods}
`,
  frames: `
d: To whom does {name} belong at present? => {owner}
d: Which person began {name}? => {founder}
d: What do customers mostly buy at {name}? => {goods}
d*: Since when has {name} existed? => {year}
d*: Who is the present boss of {name}? => {owner}
p: Which article brings {owner} the most money? => {goods}
p: Where does {owner} earn a living? => {street}
p: Who founded the business which {owner} has now? => {founder}
p*: What is the name of the shop of {owner}? => {name}
p*: In which year did {founder} go into business? => {year}
i: Who has the shop now {clue}? => {owner}
i: Where is the business {clue}? => {street}
i: What should I bring home from the store {clue}? => {goods}
i*: Who set up the store {clue}? => {founder}
i*: How is the business {clue} called? => {name}
m: Which store in {street} offers {goods}? => {name}
m*: Which shop {clue} was the idea of {founder}? => {name}
`,
  people: { founder: "year" },
  entries: `
# Barlow's Oven | a bakery | Crow Lane | 1731 | Nathaniel Barlow | Pia Lennox | rye bread | whose
  fire has never died
The fire in the oven has not gone out since the first day, not even during the floods. A cousin of
  the family sleeps beside it. Brides carry a glowing coal home for their own stove.
In the window lies a slice of bread from every mayor's first day in office.
i: What do young wives take with them for their new kitchen? => a glowing coal
i: Who spends the night next to the flames? => A cousin
# the Honest Scale | a grocery | Market Square | 1848 | Emmeline Webb | Hans Pellow | pickled
  cucumbers | in which a giant weighs the buyers
Customers may weigh themselves when they come in and when they leave, and pay for the difference
  in cherries eaten. The scale was meant for horses. It has never been wrong.
Above the shelves hangs a list of all who lost weight, and some have added a flower to their name.
i: For which animals was the big balance designed? => horses
i: How do they find out how much fruit somebody has tasted? => weigh themselves
# Three Thimbles | a tailor's shop | Thistle Lane | 1766 | Barbara Brooks | Ewan Tully | sea coats
  | run at first by women who looked the same
Three sisters, so alike that no customer knew whom he had paid, sewed coats with a secret pocket.
  To this day each coat has one. Some people have never found it.
The scissors hang on a blue ribbon, and apprentices may touch them only after a year.
i: Why were buyers confused about the women who sewed? => so alike
i: What is concealed in every garment? => a secret pocket
# the Ink Well | a stationery shop | School Lane | 1834 | Theodora Perry | Mina Garrow | violet
  ink | whose writing fluid disappears
One kind of ink they sell fades after a year, for promises that should not last. Lovers buy it in
  spring. The recipe needs elder berries and the water of one certain well.
The parrot of the shop can spell, and customers who cannot are too proud to ask it.
i: Which sort of pledge ought one to write with the vanishing liquid? => promises that should not
  last
i: What fruit goes into the disappearing stuff? => elder berries
# Dixon and Daughter | a smithy | Copper Street | 1749 | Walter Dixon | Joan Dixon | garden gates
  | with a woman always at the fire
Only daughters may inherit the hammer, because the founder's sons were afraid of sparks. Horses
  are shod free on the first of May. The anvil is so old that it has a waist.
At the door stands an iron rose which opens in warm weather, as the metal stretches.
i: Why do girls get the tool and boys do not? => afraid of sparks
i: On which date do riders have no bill to pay? => the first of May
# the Button Box | a haberdashery | Fox Row | 1875 | Selma Crane | Ugo Marr | pearl buttons | that
  finds the twin of everything lost
Forty thousand buttons lie here in drawers, and somebody who has lost one is sure to find its
  twin. The only one never matched belonged to a general. It is offered a reward each year.
Old ladies come to the back room to thread them into chains and to talk about marriages.
i: Whose coat stays incomplete for ever? => a general
i: How large is the stock of the little round things? => Forty thousand
# the Salt Cellar | a spice shop | Salt Street | 1680 | Lucas Sutton | Nadia Quill | smoked salt |
  whose deepest cellar leads to the sea
From the lowest cellar a tunnel runs to the beach, and nobody will say what came through it. The
  air smells of pepper and wet rope. Sneezing is thought to bring luck to a purchase.
A small stuffed crocodile hangs from the beam and is dusted only in years with two full moons in
  May.
i: What sudden act of the nose is a good sign when one pays? => Sneezing
i: Where would you come out on the hidden path from a store? => the beach
# Needle and Tide | a net maker's | Gull Lane | 1801 | Hanna Harvey | Tom Ferrow | herring nets |
  where grandmothers race with knots
Every winter the oldest women of the lane compete here in tying knots with closed eyes. The
  champion is allowed to name a boat. Last time she called it after her dentist.
In summer the young nets are hung out for the spiders, who are thought to be good teachers.
i: Which person had a vessel named for him? => her dentist
i: What may the fastest of the old ladies do? => name a boat
# the Glass Breath | a glass blower's | Candle Street | 1860 | Alfons Brooks | Zita Moll | blue
  bottles | where each piece holds something spoken
The blower breathes a word into every bottle, and if it breaks, that word is said to be free. One
  can order a name. Children drop them on purpose.
In the yard lies a hill of coloured pieces that looks like a dragon when the sun sets.
i: What becomes loose when a vessel falls to pieces? => that word
i: Who lets the glass fall with intent? => Children
# the Wooden Foot | a shoemaker's | Widow's Steps | 1712 | Leopold Fletcher | Rita Sorrel | winter
  boots | that keeps a copy of everybody's toes
A wooden copy of the foot of every customer hangs from the ceiling, from dancers to generals. When
  a person dies, the family gets the pair back. Some use them to stretch socks.
The owner can tell from a worn heel whether somebody is in love or in debt.
i: To whom are the models given after a death? => the family
i: For what job in the household do heirs employ the carved feet? => to stretch socks
# Honey Lane Bees | a honey shop | Cherry Lane | 1893 | Ursula Hartley | Piers Bray | lime honey |
  with hives on top of the house
The bees live on the roof and come in through a pipe, so one can watch them behind glass. They
  have stung only tax collectors. It may be the colour of the uniform.
Beside the door is a blackboard that shows which flowers the insects visited today.
i: Which officials have suffered from the insects? => tax collectors
i: How do the tiny workers get inside? => through a pipe
# the Lost Umbrella | an umbrella shop | Station Road | 1881 | Wilfred Foxton | Greta Holm |
  striped umbrellas | where things left on trains are sold
It began with the umbrellas that travellers had left on trains, and each still carries a label
  with the name of the station. A man once bought his own back four times.
When it rains hard, neighbours may borrow one and have to bring it back dry.
i: How many times did one forgetful person pay for what was his already? => four
i: What is written on the old labels? => the name of the station
# the Moon Press | a print shop | Lantern Lane | 1788 | Clarissa Alder | Bela Stone | wedding
  cards | that printed the paper of the lazy
It printed the Slow News, a newspaper that came out only when something had happened. Some years
  had two issues, one year had none. Readers say that it was never wrong.
The machine is older than the house and shakes it, so pictures hang crooked on all floors.
i: How many numbers came out in the dullest of years? => none
i: What had to take place before the paper appeared? => something had happened
# the Patient Clock | a clockmaker's | Bell Square | 1810 | Martin Sander | Nils Arden | travel
  clocks | where broken hours can rest
Clocks brought for repair first stand on a shelf for a week, as most of them get well by
  themselves. Only the stubborn ones are opened. The owner wears no watch.
The shop has a cuckoo that was taught to be quiet, and only opens its beak.
i: What is done with a sick timepiece in the first seven days? => stand on a shelf
i: What does the man who mends hours not have on his arm? => watch
# the Feather Bed | a bedding shop | Goose Green | 1843 | Olivia Sutton | Carl Venn | goose
  feather pillows | where customers are told to nap
Buyers must sleep for an hour on a pillow before they may pay for it. Snoring is noted on the
  bill. One gentleman came daily for a year and never bought anything.
Twice a year all the windows are opened, and it snows in the street for an hour.
i: Which noise is written down by the staff? => Snoring
i: What did a certain man get without spending anything for twelve months? => sleep
# the Sugar Ship | a sweet shop | Anchor Street | 1869 | Magnus Rowe | Lola Finch | ginger toffee
  | with a vessel of candy in its window
In the window stands a ship of sugar, two metres long, and each year on the last day of school the
  pupils are allowed to eat it. A new one takes the winter to build.
Toothless old captains get theirs soft, from a pot that is kept warm at the back.
i: When may the young devour the sweet vessel? => on the last day of school
i: Which season is needed to make another one? => the winter
# the Fiddle Tree | a violin maker's | Nightingale Street | 1795 | Ignatius Perry | Esme Tarn |
  small violins | that lets wood listen before use
The wood lies for ten years in a room next to the concert hall so that it can learn. Pieces that
  creak during a slow movement are made into chairs.
Shavings are given to a baker who smokes his sausages with them and swears that they sing.
i: What becomes of planks which disturb the music? => chairs
i: How many years does the timber attend performances? => ten
# the Blue Hand | a dyer's | River Street | 1704 | Salome Webb | Olaf Trent | blue cloth | whose
  workers cannot hide their job
Everyone who works here has blue hands to the elbows, and they greet each other by waving. The
  blue comes from a plant that grows behind the gas works. The river below is clear again since a
  filter was built.
On the day of their marriage the dyers wear white gloves, which are seldom white at night.
i: How do colleagues say hello in the street? => waving
i: What made the stream clean again? => a filter
# the Map Room | a map shop | Harbour Road | 1776 | Florian Crane | Ines Corley | sea charts |
  that sells guides to imagined lands
Besides real charts it sells maps of places that do not exist, which are dearer, as nobody can
  prove them wrong. Captains buy both. One of the invented islands was later discovered.
The floor is painted like an ocean, and small customers go from desk to desk by swimming.
i: Why do plans of made-up countries cost more? => nobody can prove them wrong
i: What turned out to be true after all? => One of the invented islands
# the Last Loaf | a bakery | Mill Road | 1852 | Prudence Barlow | Kaspar Wynn | oat biscuits |
  that sells only what is a day old
Everything here is from yesterday and costs half. The founder thought that fresh bread makes
  people greedy. Students queue from six in the morning to be sure of a bun.
Sparrows have their own corner on the sill, with crumbs that are two days old. The bell above the
  door was once a cow's.
i: What fault did the first owner see in warm loaves? => makes people greedy
i: Who stands in line early to get something cheap? => Students
# the Candle Wife | a candle maker's | Candle Street | 1659 | Godiva Brooks | Timo Reed | bee
  candles | where the length of a sermon is sold
Churches order candles here that burn exactly as long as a sermon should last. A priest who goes
  on must speak in the dark. The longest, for Easter, takes two men to lift.
On dark afternoons the whole stock is lit for five minutes, and the street looks like a church.
i: What happens to a preacher who does not stop in time? => must speak in the dark
i: For which feast is the biggest one poured? => Easter
# the Parrot's Perch | a pet shop | Fox Row | 1907 | Zeno Harvey | Abby Lund | speaking parrots |
  where birds choose their masters
Birds fly free inside the shop, and a customer may buy only the one that sits down on his
  shoulder. Some people wait for weeks. A bishop went home with nine.
A notice warns people with shiny earrings, and another asks them not to teach new words.
i: To how many creatures did a churchman appeal? => nine
i: How is it decided which animal one takes? => sits down on his shoulder
# Rope and Daughters | a rope maker's | Rope Walk | 1619 | Cuthbert Thorne | Anna Brill | ship's
  rope | that spins three hundred steps at a time
The longest room in town is here, for a rope is made by walking backwards three hundred steps. The
  workers know each other by their backs. On Sundays it is used for bowling.
A black line on the wall shows how tall each of the workers was when she began.
i: Which game is played in the long hall once a week? => bowling
i: In which direction do the makers go? => backwards
# the Second Page | a second-hand bookshop | School Lane | 1921 | Ottokar Barlow | Fay Minter |
  old novels | that tears out how stories end
The last page of every crime novel is kept in a locked box and handed over only to those who guess
  the murderer. Few succeed. The key is in the hands of a retired policeman.
Two armchairs stand by the stove, and the left one belongs to whoever is at the saddest place.
i: Who guards the endings? => a retired policeman
i: What must a reader do to learn how it comes out? => guess the murderer
# the Tin Soldier | a toy shop | Market Square | 1864 | Fritz Dunmore | Ella Moss | tin soldiers |
  that refuses to sell to grown-ups
Adults are not served, so they have to send in a child with their money and their wishes. Toys are
  repaired for a drawing. The best drawings hang in the hospital.
In the cellar a train runs through three rooms, and the owner's hat is its tunnel.
i: With what do small customers pay for mending? => a drawing
i: Where is the finest art of the little ones shown? => the hospital
# the Cold Cellar | a cheese shop | River Street | 1738 | Benedict Sutton | Mara Keel | blue goat
  cheese | where cheeses have birthdays
Each cheese gets a birth certificate and a song when it is a year old. The oldest, called
  Grandfather, has been there since the last king's visit. It is dusted, not eaten.
Visitors are lent coats of sheep's wool, and some of them are said to taste of cheese.
i: What is the name of the veteran on the shelf? => Grandfather
i: How does the staff mark the first year of a cheese? => a song
`,
});
