/** Legends, ghosts and sayings. */
import { parseChapter } from "../entries";

export const LEGENDS = parseChapter({
  name: "legends",
  fields: "name spot season teller token clue",
  shapes: `
{Name} is told about {spot}, mostly {season}. {s1} {s2} {Teller} tells it best and shows {token}
  as proof.
{s1} {s2} This is {name}. It belongs to {spot}, one hears it {season}, and {teller} keeps {token}
  to prove it.
{Season}, when the fire is low, {teller} tells {name}. {s1} {s2} It happened, they say, at {spot}.
  {Token} is still there to be seen.
Those who doubt {name} are sent to {teller}, who owns {token}. {s1} {s2} The place is {spot}, the
  time {season}.
`,
  leads: `
In a tale that {teller} narrates
* In the story that happened at {spot}
`,
  frames: `
d: At which place did the story of {name} happen? => {spot}
d: What object is thought to prove {name}? => {token}
d: Who is the finest narrator of {name}? => {teller}
d*: When do people like to listen to {name}? => {season}
d*: What evidence do we have for {name}? => {token}
p: Which story does {teller} narrate? => {name}
p: What evidence can {teller} put on the table? => {token}
p*: At what time does {teller} narrate a story? => {season}
i: What is the title of the story {clue}? => {name}
i: Who is the narrator of the tale {clue}? => {teller}
i: At which place did the tale happen {clue}? => {spot}
i*: What evidence is there for the tale {clue}? => {token}
i*: When does one listen to the story {clue}? => {season}
m: Which tale about {spot} is the one {clue}? => {name}
m*: Which story, proved by {token}, is the one {clue}? => {name}
`,
  entries: `
# the Tale of the Hammer Giant | the Anvil | in thunderstorms | Grandfather Amboss | a nail as
  long as an oar | of how a mountain got a flat head
A giant forged the moon on the mountain and hit it so hard that the top became flat. Sparks turned
  into stars. What he threw away is the hill called Thimble Hill, from his sewing.
Smiths leave a drop of beer on the block for him when the work is hard.
i: Into what did the glowing bits change? => stars
i: What was the huge worker doing when he struck too hard? => forged the moon
# the Bells Under the Mud | the Long Marsh | on quiet evenings | Doris Penn | a green piece of
  bronze | about a church that went down
A priest sold the bell rope for wine, and the church sank with shame. Its bells ring when a
  promise is broken. In election years they are said to ring all night.
A diver went down and came back with mud in his ears and a blush.
i: When is the ringing loudest? => In election years
i: What sin had the holy man committed? => sold the bell rope
# the Lady in the Fog | the quay | in October | Ilse Grau | one wet slipper | of a woman who asks
  the way
A lady in the fog asks for a street that does not exist, and whoever shows her a way finds luck.
  Whoever laughs gets a cold. A taxi driver has taken her three times and was paid in old coins.
Her basket is said to be full of keys, and once she left one on a window sill.
i: How was the driver rewarded? => in old coins
i: What illness comes to those who make fun? => a cold
# the Fox's Gold | the Fox Column | in spring | Linda Rusk | a very small spade | about treasure
  that moves
A fox was given gold for a chicken's life and buried it, but each time he is watched he buries it
  anew. Therefore the treasure is always where nobody is looking. Children find this unfair.
His grandchildren steal single coins from purses in order to complete the sum.
i: What was the animal paid for? => a chicken's life
i: Where is the riches to be found at all times? => where nobody is looking
# the Miller and the Moon | the Old Mill | at full moon | Lena Sutton | a sack of white dust |
  about light that was ground
A miller woman put the reflection of the moon into the wheel and ground it, and the flour shone.
  Bread from it could be read by. The moon came down to ask for its change.
Since then there have been nights on which it looks thinner and a little angry.
i: What could people do by the shine of a loaf? => read
i: Why did the heavenly body visit the earth? => to ask for its change
# the Man Who Sold Fog | the fish market | in November | Hein Butt | an empty bottle | of a cheat
  and his bottles
A stranger sold fog in bottles to the people of the hills, who had never had any. When they opened
  them at home, there was a smell of fish, and they were content. He came back as mayor.
A second man tried it with wind, but his bottles flew away.
i: What career did the swindler have in the end? => mayor
i: What came out when the customers pulled the cork? => a smell of fish
# the Goose That Was a Queen | Goose Green | in September | Alma Kern | a tiny crown | about a
  lady under a spell
A queen wished for peace and was turned into a goose, and she never asked to be turned back. Each
  year one goose looks at you as if you had no manners. That is she.
Grass is said to be greener where she has walked, and it must not be cut.
i: How can one recognise the enchanted person? => looks at you as if you had no manners
i: What did she desire before the change? => peace
# the Thirteenth Stroke | Bell Square | at midnight | Paul Erz the Younger | a broken clapper |
  about an extra hour
Once the clock struck thirteen, and all who heard it got an hour more. Some slept, some danced,
  and a clerk finished his work. He is pitied to this day.
Ever since, children stay awake to count, and fall asleep at nine or ten. Nobody was ever told
  which hour it had been.
i: Who made the worst use of the gift? => a clerk
i: What did the listeners receive? => an hour more
# the Stone Mother | Widow's Height | in stormy weeks | Tilda Crane | a footprint in basalt |
  about a woman who looked too long
A woman looked out for her son until she turned to stone, and when he came back old he built his
  house in her shadow. In storms the rock is warm on one side. Lambs know which.
Fishermen lift their caps to her and ask for a calm sea, politely, as one asks a neighbour.
i: Who knows where the rock is not cold? => Lambs
i: Where did the returning sailor settle? => in her shadow
# the Well That Answers | the Widow's Well | on New Year's Eve | Tamsin Ray | a silver thimble |
  of a voice from below
Ask the well a question on the last night of the year and it repeats the end of it, which is
  usually the answer. A man asked, "Shall I stay or go?" He went, to his sorrow.
Lawyers have tried to ask in such a way that the end is useful, and were given a splash.
i: What did the voice say to a man in doubt? => go
i: What part of what you say comes back? => the end
# the Devil's Haircut | Nettle Hill | in May | Brewer Hartwig | a rusty razor | of a bad customer
The devil came for a haircut, and the barber used nettles for a towel. He ran downhill so fast
  that grass has never grown in his path. Barbers pay no rent there.
His horns are said to have been short in front and rather long at the back.
i: Which trade lives free of charge on the slope? => Barbers
i: With what was the guest from below dried? => nettles
# the Ship of Letters | the harbour mouth | in long nights | Hermine Blau | an unopened envelope |
  about post for the dead
A white ship is seen at the end of the year, and on it is all the post that never arrived. Who
  waves gets the letter for which he has waited. It is mostly a bill.
Her captain has no face, but very neat handwriting, people say, and he never asks for a signature.
i: What does the longed-for envelope contain in general? => a bill
i: What sign must one give? => waves
# the Baker's Shadow | Crow Lane | before dawn | Pia Lennox | a black apron | of a worker without
  a body
When the baker died, his shadow went on kneading for a year, since no one had told it. His widow
  finally thanked it aloud. The bread of that year is said to have been lighter.
Since then apprentices greet the dark wall in the morning, in order to be on the safe side. It
  never answers.
i: What made the dark helper stop? => thanked it
i: What was better about the loaves then? => lighter
# the Borrowed Hill | Goose Hill | in winter | Alrik Damm | a bill without a date | about land
  that must go back
Giants from the east lent the town a hill against the wind and will want it back some day. For
  this reason nobody builds on it. Geese are told to rest lightly.
In foggy weeks somebody is always sent to look whether it is still there. A fence would be
  useless, says the council.
i: Why is the slope without houses? => will want it back
i: Against what was it lent? => the wind
# the Silent Fiddler | Nightingale Wood | in June | Arne Bellow | a string of spider silk | of
  music that only birds heard
A fiddler played so softly that people called him mute, but nightingales learned everything from
  him. When he died they sang by day. His fiddle is said to be inside the old beech.
Lovers lean an ear to the trunk and hear, according to their mood, a dance or a sigh.
i: Where is the instrument supposed to rest? => inside the old beech
i: What did the pupils with feathers do at his death? => sang by day
# the Eel King | the mouth of the Quill | at high tide | Aunt Selda | a crown of fish bones | of a
  ruler who changed skins
The king of the eels put on the skin of a mayor and ruled for a term. Taxes fell, and the baths
  were free. He was found out because he never blinked, and was asked to stay.
His portrait among the mayors is always a little wet, and the frame has to be dried.
i: What gave him away? => he never blinked
i: What was better for the purse during his time? => Taxes fell
# the Girl Who Married the Wind | Wind Point | in March | Olin Frey | a hat with a feather | about
  a restless husband
She married the wind, who came home only in March. Their children are the weathercocks, who
  quarrel on every roof. She told all who pitied her that he at least never sat in the kitchen.
Her laundry was dry before it hung, and her hats had to be nailed on.
i: Who are the sons and daughters of the odd pair? => the weathercocks
i: What did she find good about her man? => never sat in the kitchen
# the Beggar's Ladle | the poor house | at Christmas | Matron Olga | a wooden ladle | about soup
  without an end
A beggar was given the last soup and left his ladle behind, and with it no pot got empty. A greedy
  cook tried it in gold. He is still washing up, below, one hears it clink.
In bad years the spoons in the drawer begin to tap, and neighbours come with bowls.
i: What work does the greedy man do for ever? => washing up
i: What was offered to the poor guest? => the last soup
# the Clockmaker's Bargain | Chapel Hill | in autumn | Nils Arden | a wheel with one tooth | of a
  man who traded his years
A clockmaker sold death ten of his years for ten of his hours back, those in which he had met his
  wife. Death lost by it, and admits it. They play chess on Mondays.
The board stands ready in a back room, and the black king has a scythe.
i: Which hours were worth so much? => those in which he had met his wife
i: What do the two partners do once a week? => play chess
# the Snow Child | the Sleeping Sisters | after the first snow | Lena Grat | a mitten that is
  always wet | about a daughter of winter
A couple without children made one of snow, and it lived until Easter. Every year it came back and
  was as old as before. The parents grew older than all, so as not to miss it.
Small prints of bare feet lead to the door each year and never away from it.
i: Why did the pair live so long? => so as not to miss it
i: Until when did the little one stay? => until Easter
`,
});
