/** The inns, taverns and coffee houses of the town. */
import { parseChapter } from "../entries";

export const INNS = parseChapter({
  name: "inns",
  fields: "name street year keeper dish rest clue",
  shapes: `
{Name} in {street} has been an inn since {year}. {s1} {s2} {Keeper} keeps the house today, and the
  kitchen is known for its {dish}. It is closed on {rest}.
{s1} That is what people tell first about {name}, an inn in {street}. {s2} It opened in {year}.
  The host is {keeper}, who serves {dish} on every day but {rest}.
Since {year} guests have eaten and slept at {name}, which stands in {street}. {s1} {s2} Most
  people order the {dish}. {Keeper} has the keys now and rests on {rest}.
If the door is open and the smell of {dish} comes out, you are in {street}, in front of {name}.
  {s1} {s2} The inn goes back to {year}. {Keeper} is in charge, and the shutters stay closed on
  {rest}.
{Keeper} is the host of {name}, an inn in {street}. {s1} {s2} The first guest came in {year}. On
  {rest} there is no service; on other days ask for the {dish}.
`,
  leads: `
In a pub of {street}
In the tavern where {keeper} is the landlord
* In the tavern loved for its {dish}
`,
  frames: `
d: Since when have people been able to drink at {name}? => {year}
d: Who runs {name}? => {keeper}
d: Where do I find {name}? => {street}
d: On which day would I stand before a locked door at {name}? => {rest}
d*: What should one eat at {name}? => {dish}
d*: How long has {name} been in business? => {year}
p: I want supper in {street} at the house of {keeper}: what is best there? => {dish}
p: When may {keeper} sleep late, for no visitors are let in? => {rest}
p: Who is the landlord that cooks {dish} near the top of everybody's list in {street}? => {keeper}
p*: Which tavern belongs to {keeper}? => {name}
p*: On what day of the week does {keeper} take time off? => {rest}
i: Who looks after the tavern {clue}? => {keeper}
i: In which road is the pub {clue}? => {street}
i: How old is the tavern {clue}? => {year}
i: What meal made the pub {clue} popular? => {dish}
i*: Which day must visitors avoid if they want to see the place {clue}? => {rest}
i*: What is the speciality of the tavern {clue}? => {dish}
m: Which pub takes a free day on {rest} and is loved for {dish}? => {name}
m: Name the tavern {clue} that nobody can enter on {rest}. What is it called? => {name}
m*: Which place to eat lies in {street} and is one {clue}? => {name}
`,
  entries: `
# the Blue Heron | Ferry Street | 1712 | Matilda Perry | eel pie | Tuesday | where tall people
  must bend their heads
The ceiling of the front room is so low that a cushion is nailed to the largest beam. Every guest
  who bumps into it has to write a line in the visitors' book. The book is now in its ninth
  volume.
In the window stands a jar of old coins that sailors left as a promise to come back.
i: What did they fasten to the wood so that nobody gets hurt? => cushion
p: What must somebody do at the Heron after hitting the roof with the head? => write a line in the
  visitors' book
# the Three Lanterns | Lantern Lane | 1688 | Gustav Brooks | onion soup | Monday | that shines in
  three colours after dark
At dusk a boy lights a red, a green and a white lamp above the entrance. Sailors used them to find
  the harbour in fog, and the town still pays for the oil.
The rooms upstairs are named after islands, and nobody wants to sleep in the one called Shipwreck.
i: Who pays so that the lights over a pub go on burning? => the town
i: Which colours helped crews to come home in bad weather? => a red, a green and a white lamp
# the Copper Kettle | Copper Street | 1754 | Ida Hartley | plum dumplings | Thursday | where a big
  pot sings on the hour
A kettle as large as a barrel hangs over the fire and whistles every hour, because the owner lets
  cold water into it by a clock. Children come in only to hear it. Nobody has ever made tea in it.
Cold hands may be warmed at it free of charge, which beggars and ladies do side by side.
i: What instrument of the kitchen works like a clock? => A kettle
p: What is the Kettle never used for? => made tea
# the Sleeping Fox | Fox Row | 1801 | Bruno Dixon | rabbit stew | Wednesday | with a wild beast
  dozing by the stove
A tame vixen lies on a blanket next to the stove, and she is the fifth of her family to do so.
  Dogs must wait in the yard. At Christmas the guests collect money for her food.
Hunters have to hang their caps on a special hook and talk about something else.
i: Which visitors have to stay outside because of an animal? => Dogs
i: For what do the drinkers give coins in winter? => her food
# the Broken Oar | Harbour Road | 1699 | Stella Rowe | smoked cod | Sunday | with half a rowing
  tool above its bar
The oar over the counter belonged to a ferryman who rowed home through a storm with one arm. He
  never paid for a drink again. His chair is kept empty on stormy nights.
On the walls are maps drawn with beer, and pilots say that most of them are right.
i: Why did a man get his beer for nothing? => rowed home through a storm with one arm
i: What remains free when the wind is wild? => His chair
# the Golden Goose | Goose Green | 1777 | Felix Sutton | roast goose | Monday | where one can win
  a bird by guessing
On the first evening of each month the guests guess the weight of a live goose. The winner may
  take it home or set it free on the green. Only two have ever been eaten.
The feathers are collected for pillows, on which guests from far away sleep without paying more.
i: What number do people try to name once a month? => the weight of a live goose
m: What may the lucky one at the Goose do with the prize besides keeping it? => set it free on the
  green
# the Widow's Table | Widow's Steps | 1823 | Irma Foxton | bean soup | Friday | where everybody
  shares a single long board
There is a single table, eleven metres long, and strangers have to sit side by side. It was cut
  from the mast of a wreck. Many marriages are said to have begun there.
Children sit at the end near the oven, where the tale teller of the evening has to sit as well.
i: What did the carpenter use to make furniture of great length? => the mast of a wreck
i: Where did lots of couples meet by chance while eating? => table
# the Crown and Candle | Candle Street | 1645 | Otis Barlow | mutton pie | Tuesday | where the
  bill depends on wax
Each table gets a candle, and guests pay by how much of it has burned, not by what they drink.
  Slow drinkers complain. A few clever people bring their own light, which is not allowed.
A long sermon can thus become expensive, so priests eat quickly and talk little there.
i: By what are customers charged instead of the number of glasses? => how much of it has burned
p: Who is unhappy with the way of paying at the Candle? => Slow drinkers
# the Old Anchor | Anchor Street | 1634 | Vera Harvey | crab soup | Wednesday | that was once
  turned upside down as a ship
The roof is the hull of a whaling ship, put upside down on stone walls. In heavy rain it creaks as
  if it were at sea. One cabin window can still be opened.
The cook was at sea for thirty years and still serves the soup only in cups, for fear of waves.
i: Which building wears a boat as a hat? => Old Anchor
i: When does it sound as though the house were on the ocean? => In heavy rain
# the Quiet Bell | Bell Square | 1839 | Rufus Alder | cheese dumplings | Thursday | in which
  talking is forbidden before noon
Until twelve o'clock nobody may speak, and orders are written on a slate. Writers and tired nurses
  love it. Whoever laughs aloud must buy a round of coffee.
At noon a small gong is struck, and then everyone talks at once for about a minute.
i: What does it cost to make a cheerful noise in the morning? => a round of coffee
i: Which workers are glad that it is silent at breakfast? => Writers and tired nurses
# the Drowned Crow | Crow Lane | 1730 | Nell Webb | black pudding | Monday | that stood under
  water four times
Marks on the wall show how high four floods have reached, and the highest is above the door. The
  beer barrels are tied with rope so that they cannot float away. The stuffed crow once did.
The chairs have long legs, and old people have to be lifted on to them by the waiter.
i: Why are the drinks held fast in the cellar? => they cannot float away
i: What do lines painted inside tell about the river? => how high four floods have reached
# the Shepherd's Rest | Mill Road | 1790 | Amos Fletcher | lamb chops | Saturday | with a bed for
  sheep
Behind the house is a warm stable where lambs may sleep for a penny. The shepherds themselves pay
  five. The host says that the animals behave better.
In the corner lies a heap of wool in which tired children are allowed to disappear.
i: How much must a herdsman give for the night? => five
i: Which guests have the finer manners in the opinion of the landlord? => lambs
# the Singing Kitchen | Cherry Lane | 1866 | Rosa Crane | chicken pie | Tuesday | whose cook
  performs for the guests
The cook sings opera while she works, and one can order a song together with the meal. Sad songs
  are served with sweet dishes. A bell is rung when she has a cold.
Neighbours keep their windows open at noon to hear her, and a few have bought better curtains.
i: With which food do melancholy tunes go? => sweet dishes
i: How do hungry people learn that there will be no music today? => A bell is rung
# the Green Door | Orchard Road | 1851 | Silvia Thorne | apple cake | Sunday | that hides behind a
  hedge
There is no sign, only a green door in a hedge, and strangers walk past it every day. The family
  believes that good guests are brought by friends. In the garden stand nine old pear trees.
A blackbird nests above the lock each spring, and for three weeks guests climb in through the
  window.
i: How ought a new customer to find a coffee house without a name board? => brought by friends
i: What grows behind the bushes of the hidden place? => nine old pear trees
# the Thirsty Miller | Mill Road | 1768 | Gilbert Sutton | barley soup | Wednesday | where bread
  is free on rainy days
When it rains, bread costs nothing, since rain turned the wheel of the mill next door and made its
  owner rich. In dry summers the price doubles. Farmers look at the sky before they order.
An old barometer hangs in the hall, and it is said that the miller's wife moves its needle.
i: When do people get loaves without paying? => When it rains
i: What happens to the cost of bread if there are no clouds for weeks? => the price doubles
# the Paper Moon | School Lane | 1911 | Judith Perry | pancakes | Thursday | whose walls are full
  of poems
Poets may pay with a poem, which is pasted on the wall if two other guests like it. The oldest is
  about a lost glove. Bad poems are used to light the stove.
Pupils do their homework at the back and are given cocoa when the sums come out right.
i: How does a writer without money settle the account? => pay with a poem
i: What is done with verses that please nobody? => used to light the stove
# the Lame Horse | Station Road | 1872 | Barnaby Foxton | beef stew | Friday | where travellers
  wait for late trains
A wire runs from the station to a small bell in the bar, and it rings ten minutes before every
  train. So nobody has to wait in the cold. The wire was cut only once, by a jealous waiter of
  another house.
The sign shows a horse with a wooden leg, which won a race against a sleepy stallion.
i: Who stopped the signal out of envy? => a jealous waiter
i: How do passengers know that they should finish their glass? => a small bell
# the Cat and Barrel | Salt Street | 1655 | Wanda Harvey | fried herring | Monday | in which a pet
  inherited everything
A rich owner left the inn to her cat, and for eleven years the bills were signed with a paw. Each
  tomcat of the house has been called Captain since then. He has his own plate of fish.
Customers who are afraid of cats are served at the window, where it is colder.
i: What name do the male pets of a pub always get? => Captain
i: How were papers approved while an animal owned the business? => signed with a paw
# the Last Penny | Rope Walk | 1743 | Hilda Dixon | potato soup | Saturday | that fed hungry
  workers on trust
When the rope makers had no work, they ate here for two years without paying a coin. Later they
  paid everything back on one day, and the sum stands carved over the fireplace.
On the anniversary the host gives everyone a penny and asks for it back at the door.
i: Which craftsmen got meals although they were poor? => the rope makers
i: Where can you read how large a debt was? => carved over the fireplace
# the Glass Parrot | Market Square | 1889 | Dora Fletcher | lemon cake | Sunday | where no metal
  spoon is used
Everything on the tables is made of glass, even the spoons, because the founder's husband blew
  glass. A parrot of green crystal sits in the window. Guests who break something must sing.
In the evening the sun falls through all the cups and throws green and yellow spots on the faces.
i: What was the job of the man married to the first owner? => blew glass
i: How do clumsy customers make up for damage? => must sing
# the Winter Garden | Garden Lane | 1902 | Clara Hartley | orange cake | Tuesday | where lemons
  ripen while it snows
Under a glass roof grow lemon trees, a fig and a banana that has never borne fruit. The warmth
  comes from the pipes of the bath house next door. In January it is the fullest place in town.
A frog has come in with the soil and gives a concert for the people who have a cold.
i: Which plant has disappointed the owners of the coffee house? => a banana
i: From where does the heat come that keeps southern trees alive? => the bath house next door
# the Nightingale | Nightingale Street | 1858 | Leo Brooks | mushroom pie | Wednesday | open only
  while others sleep
It opens at ten in the evening and closes at six, for bakers, nurses and policemen. Breakfast is
  served at midnight. Anybody who says good morning is corrected.
Above the bar hangs a clock without hands, for those who work at night do not like to know.
i: At what time may one have the first meal of the day among people with night work? => midnight
i: Which greeting is wrong there? => good morning
`,
});
