/** Animals that the town remembers by name, and kinds that live in it. */
import { parseChapter } from "../entries";

export const ANIMALS = parseChapter({
  name: "animals",
  fields: "name kind home owner age food clue",
  shapes: `
{Name} is {kind} in {home}, {age} years old, and belongs to {owner}. {s1} {s2} {Name} likes {food}
  best.
{s1} {s2} Everybody knows {name}, {kind} of {age} years, which lives in {home} with {owner} and is
  fond of {food}.
If you bring {food}, you will make a friend of {name}, {kind} from {home}. {s1} {s2} {Owner} has
  had the animal for all of its {age} years.
{Owner} shares {home} with {name}, {kind}. {s1} {s2} It has reached {age} years on a diet of
  {food}.
`,
  leads: `
With the pet of {owner}
* With a creature that is crazy about {food}
`,
  frames: `
d: What sort of creature is {name}? => {kind}
d: Who is the master or mistress of {name}? => {owner}
d: What treat pleases {name}? => {food}
d*: Where does {name} sleep? => {home}
d*: How old is {name}? => {age}
p: Which pet does {owner} have? => {name}
p: What treat should one carry for the pet of {owner}? => {food}
p*: What sort of creature lives with {owner}? => {kind}
i: What is the pet called {clue}? => {name}
i: To whom does the creature belong {clue}? => {owner}
i: What treat pleases the creature {clue}? => {food}
i*: What sort of creature is the one {clue}? => {kind}
i*: Where does the pet sleep {clue}? => {home}
m: Which pet that is crazy about {food} is the one {clue}? => {name}
m*: Which creature sleeping in {home} is the one {clue}? => {name}
`,
  entries: `
# Captain the Ninth | a tomcat | the Cat and Barrel | Wanda Harvey | eleven | fried herring | that
  has a bank account
He has a bank account from an old will, and signs with his left paw. He once bought a chair by
  sitting on it for a week. No mouse has been seen there since the war.
On pay day he receives the staff one by one, lying on the ledger.
i: How did an animal come to own furniture? => by sitting on it
i: Which part of the body writes his name? => his left paw
# Duchess | a goose | Goose Green | Milena Orr | fourteen | lettuce | that was general four times
She has won the parade four times by biting all others into line. Her ribbon is kept by a museum.
  Even the fire engine stops for her twice.
She sleeps on one leg beside the town pump and lets nobody drink before her. Her eggs are painted
  by pupils.
i: What of hers is shown to visitors? => Her ribbon
i: By what method did she beat the rest? => by biting
# Old Barnacle | a seal | the steps of the harbour | Ragna Rowe | thirty | cod heads | that
  teaches the young to swim
He swims in front of learner pilots and shows them where it is deep. Once he led a ship full of
  tax officers on to a sandbank. It is not known whether on purpose.
When he yawns, work on the quay stops, and the air has to be given time.
i: Whose boat got stuck because of him? => tax officers
i: What do beginners learn from following him? => where it is deep
# Pepper | a cat | Monk's Garden | Egon Faye | nine | mint leaves | whose nap parts two smells
She sleeps where mint ends and thyme begins, and blind visitors know by her purring that they are
  half-way. She has been stepped on only by a bishop. She chooses a lap by its smell of fish.
In winter she moves to the librarian's coat, which therefore stays on its hook until April.
i: Which sound tells those who cannot see where they are? => her purring
i: Who hurt her by accident? => a bishop
# Professor | a cat | the Kite School | Nico Zell | seven | cream | that has been in the air
He has flown eleven times under a kite and always with an expression of boredom. Pupils get their
  marks from how he lands. He is afraid only of balloons.
His photograph hangs in the hall between those of the founders, and he is the one who looks
  cleverest. He takes a nap after each flight.
i: What scares the flying pet? => balloons
i: What look is on his face up there? => boredom
# Ginger the Fourth | a cow | the poor house | Matron Olga | six | pumpkin | that gives milk only
  to music
She gives milk only if someone plays the accordion, best of all a polka. During the strike of the
  musicians there was no butter. The poor house has four good players now.
Her stall has curtains, and on her birthday the orphans bring her a paper crown, which she eats.
i: Which dance brings most? => a polka
i: What was missing when the artists did not work? => butter
# Whisper | an owl | the Ladder Tower | Corin Nacht | twelve | mice | that helps the police
She turns her head towards any noise in the dark, and watchmen walk where she looks. She found a
  child in a well. In thanks she got a night free of bells.
Each spring she raises three young, and the watchmen draw lots for the right to name them. Rats
  have moved to the harbour.
i: What reward was she given? => a night free of bells
i: Whom did she discover below the ground? => a child
# Brass | a frog | the Weather Post | Ignaz Pohl | three | flies | that lives beside its metal
  twin
A living frog has moved in under the brass one and is right more often. The two disagree about
  once a month, and bets are taken. The money goes to a pond.
School classes wave at him, and he has learned to blink back, or so they report. The mayor has him
  in his prayers.
i: What is done with the coins of the gamblers? => The money goes to a pond
i: How frequently are the two of different opinions? => once a month
# Sultan | a parrot | the Parrot's Perch | Abby Lund | fifty-two | sunflower seeds | that speaks
  in the voice of a dead sea captain
He speaks with the voice of a captain who died forty years ago, and the widow visits him on
  Sundays. He has learned not to tell her everything. To others he talks about the weather.
A cloth is put over his cage at nine, and from below one hears the watch being called for a while.
  He is fond of brass bands.
i: Who comes once a week to hear him? => the widow
i: What is his topic with most people? => the weather
# Bishop | a donkey | Thistle Lane | Wenke Distel | twenty-four | thistles | that kneels without
  being asked
He kneels whenever bells ring and so has spilt much milk. Pilgrims stroke him on the way up. He is
  the only one in town who was ever thrown out of the brewery for singing.
He carries wool to the market in two baskets, with a child asleep in the third one that balances
  them.
i: From which house was he removed because of his voice? => the brewery
i: What loss did his devotion cause? => spilt much milk
# Button | a mouse | the archive | Odette Lim | two | glue | that ate a law
He ate the back of the book of laws and is fed so well now that he no longer needs to. His holes
  have changed two rules for the better. Scholars quote him.
A tiny ladder leads to his hole, a present from the carpenters, who owe him a change in the rules
  for planks.
i: Who mentions him in learned works? => Scholars
i: How was he stopped from reading with his teeth? => fed so well
# Lady Rust | a hen | the Kettle | Percy Dampf | five | warm corn | that lays while it steams
She lays two eggs a day beside a hole full of steam, some of them already boiled. Climbers reserve
  them. When the ground trembles she sits down on the hole and it stops, so people say.
Her feathers are brown like old iron, and she has never been seen to hurry. A fence protects her
  from admirers.
i: Which guests order breakfast from her beforehand? => Climbers
i: What is special about a few of her products? => already boiled
# the Twins | a pair of dogs | the Sleeping Sisters | Lena Grat | eight | sausage ends | that find
  people under snow
Two dogs dig from both sides and always meet at the person. They have rescued sixty-three skiers,
  and one snowman. If only one is praised, the other lies down in the road.
They share one bowl and one bed, and when they dream, their legs run in step.
i: What did they dig out by mistake? => one snowman
i: What does a jealous dog do? => lies down in the road
# Vesper | a bat | the Bell Tower | Paul Erz the Younger | ten | moths | that flies in the pause
  of a tune
He is the first to leave the tower in the evening and hangs upside down on the hour hand until
  then. The ringer sets the pause by him. He has one white ear.
Tourists point at the wrong one all the time, and he does not mind. His droppings are good for the
  roses below.
i: How can one tell him from the others? => one white ear
i: Where does he wait for the night? => on the hour hand
# Admiral | a swan | the Duck Canal | Nora Tilden | sixteen | wet bread | that asks boats for
  tolls
No boat passes him without bread, and he knows which captains have paid. He sank a canoe that
  tried it with cake. His wife is far more polite.
He has a scar over one eye from a fight with an oar, and he shows it to ladies first.
i: What payment did he turn down? => cake
i: Who has the better manners? => His wife
# Old Tom | a carp | Heron Pond | Maja Stroud | seventy | cooked peas | that has been caught often
  and always released
He has been caught over two hundred times and always put back, for whoever eats him is said to
  forget his own name. There are rings in his lip from four generations.
Grandfathers introduce their grandsons to him as if to an uncle. He comes to the sound of a cough.
  No net is used in that water.
i: What would happen to somebody who had him for supper? => forget his own name
i: What jewellery does he carry? => rings in his lip
# Nugget | a pig | the Salt House | Nadia Quill | four | truffles | that can smell fresh notes
She finds truffles and also money, and the bank has twice borrowed her. She cannot stand perfume.
  A thief who had rubbed himself with it was the easiest to find.
She is washed on Saturdays with brushes from the bank, and wears a bow. Children ride on her, as
  long as they have no money with them.
i: Which institution made use of her nose? => the bank
i: What smell does she hate? => perfume
# Echo | a goat | Chapel Hill | Abbot Klemens | seven | candle ends | that interrupts sermons
She answers every amen with a bleat, at the right pitch. The choir has given her a solo at Easter.
  She has eaten two hymn books and skipped a third.
Her beard is combed by the novices, and her bell is tuned to the smallest one in the tower. On
  Fridays she eats less.
i: On what feast may she perform alone? => at Easter
i: What has she swallowed? => two hymn books
# Monday | a horse | the garden of the fire brigade | Brunhild Stark | twenty-nine | hard pears |
  that still obeys the alarm
He pulled the fire engine for years and still runs to the gate at every alarm, so that the engine
  has to drive around him. At fires he used to be calm. At birthdays he is not.
Each summer he leads the children's procession, and smoke from sausages makes him lift his head.
i: What must the machine do because of the eager pensioner? => drive around him
i: On which occasions is he nervous? => At birthdays
# Sir Humphrey | a tortoise | the Library | Odile Bogen | a hundred and six | strawberries | that
  carries a lamp
A small lamp is fixed to his shell, and he brings light to readers, if they can wait. He has
  crossed the reading room eight thousand times. Children race him against the clock and lose
  patience.
He was given by a captain as payment for an overdue book. On Mondays he rests beneath the atlases.
i: How many times has he gone from wall to wall? => eight thousand
i: What stands on his back? => A small lamp
# Bosun | a dog | the pilot house | Torben Rowe | ten | pancake crumbs | that barks in code
One bark means fog, two mean a ship, three mean that he is hungry. Most of the time it is three.
  He has been to sea once and came home by train.
He was found in a rope locker as a puppy, and wears the cap of a pilot who retired. The cat of the
  house tells him when to go out.
i: How did he return from his only voyage? => by train
i: Which message does he give most often? => three
`,
});
