/** Clubs, guilds, schools and offices. */
import { parseChapter } from "../entries";

export const SOCIETIES = parseChapter({
  name: "societies",
  fields: "name kind members day place head fee clue",
  shapes: `
{Name} is {kind} with {members} members, who meet on {day} in {place}. {s1} {s2} {Head} presides,
  and the yearly fee is {fee}.
{s1} {s2} {Name}, {kind} led by {head}, has {members} members and asks for {fee} a year. It meets
  on {day} in {place}.
On {day} you can find the {members} members of {name} in {place}. It is {kind}, and {head} is its
  head. {s1} {s2} One pays {fee} a year.
{Head} is the head of {name}, {kind} of {members} people. {s1} {s2} They come together in {place}
  on {day}, and each gives {fee} a year.
`,
  leads: `
In the club of {head}
* Among those who gather in {place}
`,
  frames: `
d: Who is the chairman or chairwoman of {name}? => {head}
d: How many people have joined {name}? => {members}
d: When do those of {name} come together? => {day}
d*: What does it cost to belong to {name}? => {fee}
d*: Where does {name} come together? => {place}
p: Of which club is {head} the leader? => {name}
p: When does the club of {head} gather? => {day}
p*: How much do the followers of {head} pay? => {fee}
i: What is the name of the club {clue}? => {name}
i: Who is the leader of the club {clue}? => {head}
i: On which day does the club gather {clue}? => {day}
i*: What must one pay to the club {clue}? => {fee}
i*: How many people belong to the club {clue}? => {members}
m: Which club gathers in {place} and costs {fee}? => {name}
m*: Which club that gathers on {day} is the one {clue}? => {name}
`,
  entries: `
# the Society of Left Hands | a club | eighty-four | Monday evenings | the Copper House | Sander
  Quist | one pair of scissors | that turns every handle round
They want doors, scissors and violins for those who use the left hand. At their dinners, all
  guests have to eat with it, which costs many a shirt. They once turned round all the taps of the
  town hall in a night.
Its song is sung from the last verse to the first, and they clap on the wrong beat.
i: What was altered in the seat of the council while nobody looked? => all the taps
i: What do visitors often ruin at the meal? => shirt
# the Slow Walkers | a hiking club | thirty-one | Sunday mornings | the Park Gate | Emmi Glock |
  nothing | that is overtaken by snails
Nobody may walk faster than a snail that is set down in front. In eleven years they have reached
  the bakery. They carry chairs for the difficult parts.
Dogs leave the group after an hour, and have been found asleep at home. Rain does not hurry them.
i: Who sets the pace? => a snail
i: Which place have they arrived at after more than a decade? => the bakery
# the Choir of the Deep | a choir | forty | Wednesday nights | the Silent Cave | Ruprecht Moor |
  three candles | that sings only low notes
It takes only voices so low that glasses shake. Cows answer from two miles away. A soprano got in
  by lying and has been loved ever since.
Tuning forks are no use to them, so they take the note from a ferry.
i: Which animals reply from far off? => Cows
i: Who joined by means of an untruth? => A soprano
# the Night Bakers | a guild | fifty-six | Saturday noon | the Last Loaf | Xaver Wynn | a loaf of
  rye | whose people sleep by day
Its members have not seen a sunset without yawning. The guild sued the church because of the
  morning bells, and won cotton for all ears. They wish each other good night at breakfast.
Their football team plays by lamp light, and mostly against itself.
i: What was the outcome of the case against the early ringing? => cotton for all ears
i: Who was accused of making noise at dawn? => the church
# the Fire Brigade | a fire brigade | seventy-two | Tuesday evenings | the Water Tower | Brunhild
  Stark | one old blanket | that practises in the mayor's house
Every month it practises on a house drawn by lot, and the mayor's house has been drawn nine times.
  Nobody believes in chance. The engine is red, its horse is retired and lives in the garden.
Buckets of leather hang in its hall, and children fill them with marbles for the party.
i: What happened suspiciously often by lot? => the mayor's house
i: Which colour was chosen for the vehicle with the hoses? => red
# the Comet Friends | an astronomy club | nineteen | moonless nights | the Observatory | Wilma
  Foxton | two coins | that waits for one guest for decades
They prepare for the comet that comes every sixty-two years: cake is baked as a rehearsal. The
  oldest member has seen it once, through a keyhole, since he was ill.
A chair in the first row is kept free for the guest, with a cushion of black velvet.
i: Why did the old man watch a star through a door? => he was ill
i: What do they bake for practice? => cake
# the Guild of Rope | a guild | twenty-seven | the first Friday | the Ladder Tower | Anna Brill |
  ten metres of string | that ties its rules into knots
Their rules are not written but tied, in a cord of four hundred knots, and the eldest reads it
  with her fingers. A mouse once ate paragraph nine. It has been allowed to smoke ever since.
Apprentices are tied to a post at the end, and whoever gets free is a master.
i: Which creature changed the law of the craft? => A mouse
i: How can an old woman read the statutes? => with her fingers
# the Music School | a school | two hundred and ten | every weekday | Nightingale Street | Cosima
  Rell | one song | that takes tunes for money
Parents who are poor pay with a song that the school does not know yet. Practice is allowed only
  with windows shut, but the trumpets have an island of their own. It has a piano that crossed a
  desert.
On the roof stands a harp for the wind, which is never in tune and never tired.
i: Where can the loudest pupils be heard? => an island of their own
i: What journey lies behind one of the instruments? => crossed a desert
# the Rain Counters | a club | thirteen | after each shower | the Weather Post | Ignaz Pohl | an
  umbrella | that measures drops
They measure rain in thimbles and have done so on every day since the great flood. Their numbers
  are used by farmers, insurers and a poet. On dry days they play cards with wet hands.
The first drop on the president's nose opens the meeting, wherever he may be.
i: Which artist needs their figures? => a poet
i: What small vessels do they use? => thimbles
# the Widows' Bank | a savings bank | three hundred and five | Thursday mornings | the Widow's
  Steps | Tamsin Ray | one penny a week | that lends without paper
It lends small sums to women without asking for papers, only for a cup of tea and a long look. In
  ninety years nobody has failed to pay back. The big bank sends its young men to learn.
The safe is a bread bin with a cat on top, and it has not been robbed.
i: What do they use to judge a borrower? => a long look
i: Who comes to study how it is done? => its young men
# the Owl Watch | a night watch | twenty-two | every midnight | the Bell Tower | Corin Nacht | a
  warm scarf | that wakes people only for good news
The watchmen walk from midnight to five and call out only good news; for bad news they knock
  softly. They found twelve babies, nine burglars and a pelican. The pelican is their sign.
Lanterns are carried low so that sleepers are not disturbed, and shoes are of felt.
i: In what way do sad messages come? => they knock softly
i: Which bird stands for the group? => The pelican
# the Chess Club of the Market | a chess club | sixty-six | market days | the Singing Fountain |
  Miro Sandau | a jar of jam | whose figures are vegetables
They play with radishes against carrots and may eat what they take. A draw is called a salad. The
  champion is a boy of nine who is always hungry.
In winter one plays with turnips, and the games become heavy and slow.
i: What name has a game that nobody wins? => a salad
i: How old is the best player? => nine
# the Harbour Pilots | a company | eighteen | every tide | the pilot house | Ragna Rowe | an oath
  | that knows the bottom by heart
Each of them must draw the sea floor from memory, blindfold, before the exam ends. They have lost
  no ship since 1871, and that one had not asked. Their tea is famous for its strength.
A stuffed gull turns on the ceiling and is asked for its opinion in difficult cases.
i: What picture must be made with covered eyes? => the sea floor
i: Whose fault was the last accident? => that one had not asked
# the Book Menders | a workshop | fifteen | Monday afternoons | the Library | Odette Lim | a pot
  of glue | that cures paper
They mend torn books and put a note inside about who was probably to blame: jam, dogs,
  grandfathers. A dictionary came back without the letter Q. It has been written anew by hand.
In a glass case lie the things found between pages: a leaf, a fried egg, a ticket to Rome.
i: Which part of a word book had to be composed again? => the letter Q
i: What do they write down for each patient? => who was probably to blame
# the Friends of Fog | a club | thirty-eight | foggy days | the quay | Ilse Grau | a wool cap |
  that loves what others hate
They walk in fog to meet people whom they would avoid in sunshine. The chairwoman married a man
  she had never clearly seen. They are against street lamps.
They own a horn, but out of respect it is blown only on clear days.
i: Whom did the leader choose as a husband? => a man she had never clearly seen
i: Which public thing do they fight? => street lamps
# the Bee Court | a court | nine | the first of May | the Monk's Garden | Piers Bray | one pot of
  honey | that rules over insects
It decides to whom a swarm belongs that has settled in a stranger's hat. The rule is: who sings to
  it longest. The judges wear veils and are paid in wax.
Lawyers are not allowed, since their papers make a noise like wings. A hat must be left at the
  gate.
i: How does one win the quarrel over a swarm? => who sings to it longest
i: What do those get who decide? => wax
# the Cold Swimmers | a swimming club | forty-seven | New Year's morning | Seal Beach | Ylva
  Strand | a hot potato | that needs winter
They swim only when there is ice, and the water has to be opened with an axe that is older than
  the club. Seals keep away, ashamed. Whoever screams has to sweep the hut.
A grandmother of eighty is always the first in and the last to get out.
i: What is the punishment for a loud voice in the water? => sweep the hut
i: What tool makes the way in? => an axe
# the Theatre of Cooks | a theatre group | twenty-four | Sunday evenings | the Glass Theatre |
  Perrine Doll | a recipe | that eats on stage
In their plays someone always cooks, and the last act is eaten by the audience. A tragedy with
  burnt onions ran for one night. Critics come hungry.
The prompter sits in the oven, which is not lit, as a rule. Programmes are printed on napkins.
i: Which piece was a failure? => A tragedy with burnt onions
i: What is done with the end of the play? => eaten by the audience
# the Stamp Circle | a collectors' club | twelve | the last Saturday | the post office | Egbert
  Falk | one rare stamp | that paid for the school roof
By selling a stamp with an upside-down heron, it paid for the new roof of the school. The buyer
  lives abroad and sends a photograph of it every year. Members handle everything with sugar
  tongs.
When someone opens the window, all lay their hands flat on the table.
i: What arrives from another country once a year? => a photograph
i: With what do they touch their treasures? => sugar tongs
# the Liars' Table | a club | ten | the first of April | the Broken Oar | Jost Wunder | a true
  story | that hates the truth
One may become a member only with a lie that all the others have believed. The yearly fee, a true
  story, is hard for them to find. Their minutes are kept in the town library among the novels.
A fish of three metres hangs above them, and it was in fact caught by the cook.
i: Where do the records of the untruthful stand? => among the novels
i: How does one qualify for the round of storytellers? => with a lie
# the Tree Parents | a society | four hundred | the last Sunday in March | the Apple Mile | Yvo
  Marsh | one bucket of manure | that adopts trunks
Each member adopts a tree, gives it a name and visits it on its birthday. Couples who part have to
  agree on who gets the elm. In dry summers they carry their bath water out to it.
Those who move away leave their tree to a neighbour, with a list of its habits.
i: What do they bring when it has not rained? => their bath water
i: Which question comes up in a divorce? => who gets the elm
# the Post Office | an office | thirty-five | every day but Sunday | King's Road | Hermine Blau |
  a smile | that delivers letters without an address
A letter to "the girl with the red bicycle" arrived within a day. For letters to the dead there is
  a drawer, and they are answered at Christmas by the nuns. Parcels that smell are brought first.
A tortoise carries the internal mail, and nobody has dared to complain about the speed.
i: Who writes back for those who are no longer alive? => the nuns
i: Which things are carried out before the others? => Parcels that smell
# the Kite School | a school | fifty-two | windy afternoons | Baker's Field | Nico Zell | six
  metres of silk | whose pupils look up all day
Lessons are cancelled without wind, so the pupils pray for storms. In the last year they have to
  build a kite that can lift a cat. The cat, called Professor, signs the diplomas.
On the wall hang the names of those who were lifted off the ground, with the height.
i: Who puts a sign on the final papers? => Professor
i: What must the last work of a pupil be able to carry? => a cat
`,
});
