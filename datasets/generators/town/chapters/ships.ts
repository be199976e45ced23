/** Ships and boats, past and present. */
import { parseChapter } from "../entries";

export const SHIPS = parseChapter({
  name: "ships",
  fields: "name kind year builder captain cargo crew clue",
  shapes: `
{Name} was {kind}, built by {builder} in {year}. {Captain} commanded a crew of {crew}, and the
  usual cargo was {cargo}. {s1} {s2}
{s1} {s2} So much about {name}, {kind} that {builder} launched in {year}. With {crew} sailors
  {captain} carried {cargo} in her.
When {builder} launched {name} in {year}, nobody expected much of {kind} that was made to carry
  {cargo}. {s1} {s2} {Captain} was captain, with {crew} sailors on board.
{Captain} was the best-known captain of {name}, {kind} with a crew of {crew}. {s1} {s2} {Builder}
  had built her in {year} to carry {cargo}.
`,
  leads: `
On the vessel which obeyed {captain}
* On a vessel full of {cargo}
`,
  frames: `
d: Who gave orders on board {name}? => {captain}
d: What goods travelled in {name}? => {cargo}
d: How many hands served on {name}? => {crew}
d*: Who was in command of {name}? => {captain}
d*: In whose yard did {name} come into being? => {builder}
p: Which vessel obeyed {captain}? => {name}
p: What freight did {captain} bring across the water? => {cargo}
p*: How many men and women obeyed {captain}? => {crew}
i: What was the vessel {clue}? => {name}
i: Who was in command of the vessel {clue}? => {captain}
i: What freight was in the vessel {clue}? => {cargo}
i*: When did the vessel {clue} first touch water? => {year}
i*: Who made the vessel {clue}? => {builder}
m: Which vessel full of {cargo} was the one {clue}? => {name}
m*: Which vessel, made by {builder}, was the one {clue}? => {name}
`,
  people: { builder: "year", captain: "year" },
  entries: `
# the Patient Heron | a fishing boat | 1731 | Winifred Thorne | Jonas Harvey | herring | six |
  that is still fishing today
She is the oldest boat that still goes out, and every plank has been changed at least once.
  Philosophers come to ask whether she is the same. The fish do not care.
In winter she stands in a shed, and swallows keep the same beam from year to year.
i: Which scholars have a question about the old planks? => Philosophers
i: How much of the first wood is left? => every plank has been changed
# the Blue Anchor | a merchant ship | 1749 | Winifred Thorne | Ebba Crane | pepper | thirty |
  whose seamen smelt good
Her sails smelt so strongly of spice that dogs in the harbour sneezed when she was an hour away.
  The washing women sold her old sails as handkerchiefs.
Tea was drunk on board from the lids of tins, and the ship's cook wrote poems against ginger. He
  is not printed any more.
i: What were pieces of her cloth sold as? => handkerchiefs
i: Which animals announced her long before she came? => dogs
# the Last Lantern | a lightship | 1880 | Oswin Thorne | Moritz Rowe | lamp oil | nine | that
  never went anywhere
She lay at anchor for forty years with a lamp on her mast, and her sailors were never seasick
  except on land. A garden of beans grew on deck.
In calm weather their wives rowed out on Sundays and took the washing back with them.
i: Which vegetable did the men plant on board? => beans
i: Where did the crew feel ill? => on land
# the Salt Queen | a barge | 1690 | Gereon Thorne | Hedda Sutton | salt | four | that grew lighter
  in the rain
Rain once melted half of her cargo, and the river below the town was salt for a day. Sea fish came
  up to have a look. The owner was paid in fish.
Her deck was white in all seasons, and goats had to be kept away at the locks.
i: Who visited the river when it tasted like the ocean? => Sea fish
i: How did the merchant get something for his loss? => paid in fish
# the Copper Swan | a paddle steamer | 1862 | Ansgar Webb | Lilian Brooks | passengers | twelve |
  where people danced the whole night
Every Saturday she carried dancers up the river and back, and the engine was built to beat in
  waltz time. When it broke, they danced to the drip of a pipe.
Two mirrors on her deck came from a palace, and young men bumped into themselves. Ducks kept out
  of her way.
i: Which rhythm did the machine keep? => waltz
i: What gave the beat after the breakdown? => the drip of a pipe
# the Quarrel | a whaling ship | 1701 | Gereon Thorne | Hartmut Crane | whale oil | forty | that
  had two masters
Two brothers owned her and could not agree on a course, so she sailed in circles for a month. The
  whales followed her out of curiosity. She never killed one.
When at last they turned home, each of the two claimed that it had been his idea. Their mother had
  hidden the compass.
i: Why did the big animals swim behind? => out of curiosity
i: What shape had her way for four weeks? => circles
# the Morning Bell | a ferry | 1815 | Thekla Thorne | Emil Fletcher | farmers and pigs | three |
  that rang when it was full
A bell on her deck rang by itself when the load was too heavy. Pigs got off first, since they made
  no trouble about it. The mayor was asked to leave twice.
On market days she went eleven times, and once a calf was born on the way.
i: Which passengers left without complaint? => Pigs
i: How often had the head of the town to go ashore? => twice
# the Paper Boat | a post ship | 1838 | Thekla Thorne | Nikolai Perry | letters | eight | that
  refused to wait for anyone
She left on the minute, even without her captain, who then had to row after her. Not a single
  letter came late in thirty years. Love letters were kept dry under the stove.
Her flag was an envelope, and gulls learned that there was nothing to eat on her.
i: What was stored near the heat against damp? => Love letters
i: What did the man in charge do when he missed the start? => row after her
# the Grey Gull | a pilot boat | 1904 | Rasmus Thorne | Ingrid Rowe | harbour pilots | five | that
  rescued a circus
She went out to a sinking steamer and brought back eleven clowns and a bear. The bear rowed. He
  got a pension of fish.
Grey paint hides her in rain, so she has a red nose like a clown, added out of thanks. Fog does
  not stop her.
i: Which rescued creature worked at the oars? => The bear
i: How many funny people were saved? => eleven
# the Widow's Son | a smuggling sloop | 1672 | Caspar Thorne | Lucas Sutton | silk | seven | with
  sails the colour of night
Her sails were dyed black with ink, and she had a cat instead of a bell. Customs men saw her only
  once, by day, and thought that she was a funeral.
Her master paid the crew with stockings, and on shore they were popular with their aunts. Nobody
  ever sang on board.
i: What did the officers take her for? => a funeral
i: Which animal gave the alarm on board? => a cat
# the Merry Miller | a grain barge | 1756 | Winifred Thorne | Adela Sutton | flour | two | with a
  windmill on deck
A small windmill on her deck ground the corn on the way, so she left with grain and arrived with
  flour. In calm weather her two sailors had to blow, as the joke goes.
At each lock women waited with bowls, and pancakes were made before the gates had closed.
i: What change happened to the load during the journey? => left with grain and arrived with flour
i: Who had to help when there was no breeze? => her two sailors
# the Iron Duck | a dredger | 1911 | Rasmus Thorne | Klara Dixon | mud | ten | that found a cannon
She cleans the harbour of mud and has brought up a cannon, a piano and forty-one bicycles. What is
  not claimed in a year goes to the school. It has a large orchestra of rust.
The men wear boots to the hips and carry nets for whatever shines in the dirt.
i: Who receives things that have no owner after twelve months? => the school
i: How many two-wheelers came out of the mud? => forty-one
# the Golden Net | a trawler | 1936 | Rasmus Thorne | Egil Harvey | cod | eleven | that caught an
  earring
In her first net was a gold earring, which the captain has worn since. Every year a different
  woman says that it is hers. It has never matched.
At the bow is carved a woman with one bare ear, who looks a little offended. Fog suits her.
i: What piece of jewellery came up between the fish? => a gold earring
i: Who claims it again and again? => a different woman
# the Good Excuse | a yacht | 1927 | Bodil Thorne | Ferdinand Foxton | lemonade | one | whose
  owner never left the quay
The owner told his family every Sunday that he had to look after her. He slept on board and read
  novels. After his death they found that she had no rudder.
Ducks lived under the bow, and a small stove on deck gave very good coffee. He was known as the
  calmest sailor of all.
i: What was discovered when the owner had died? => no rudder
i: How did a lazy man spend his free day? => read novels
# the Red Thimble | a rowing boat | 1768 | Winifred Thorne | Ottilie Rowe | bread and wool | one |
  that brought food through the storm
The lighthouse keeper rowed her to the market each week, in any weather, and was never wet above
  the knee. She now hangs in the church. Brides touch her for luck.
The oars are worn thin in two places, where the hands were.
i: Where has the tiny craft come to rest? => in the church
i: How far up did the water ever reach the rower? => the knee
# the Comet | a racing cutter | 1893 | Oswin Thorne | Georgina Foxton | nothing but ropes |
  fourteen | that was steered by the stars
She won nine races in a row, because her captain steered by stars that others did not know. She
  lost the tenth in broad daylight. The cup is used for umbrellas.
Her sails were sewn with silver thread, so that she could be seen by the jealous at night.
i: When was the winner beaten at last? => in broad daylight
i: What is the trophy good for now? => for umbrellas
# the Slow Penny | a coal ship | 1799 | Leberecht Thorne | Wenzel Dixon | coal | sixteen | that
  became an inn for swallows
She was so slow that swallows nested in her rigging and hatched their young on the way. The
  captain waited each summer until they could fly. The coal got wet, but no one complained.
Sailors learned to knit in her, and one of them finished a carpet. The harbour master drank a
  whole pot of tea while she tied up.
i: Why did the boat stay for so long every summer? => until they could fly
i: Who had a home between her ropes? => swallows
# the Dancing Flea | a tug | 1948 | Bodil Thorne | Ronja Rowe | ships ten times her size | four |
  that pulled the king's yacht off the sand
When the king's yacht ran aground, she pulled it free in front of five admirals. She had asked for
  a coin, and got it on a cushion. It is nailed to her wheel.
Her horn is so high that only dogs come running. Paint is given to her twice a year.
i: How many high officers looked on? => five
i: Where is the royal payment fixed? => to her wheel
# the Holy Onion | a galley | 1534 | Kilian Thorne | Donatus Alder | onions and monks | fifty |
  whose breath kept enemies away
Monks rowed her along the coast to sell onions, and pirates could smell her in the dark. She was
  never attacked. Her bell calls the novices to lunch to this day.
Psalms were sung to the stroke of the oars, faster when there was a storm behind. Nobody on board
  ever caught a cold.
i: For which meal is the old bell used? => lunch
i: What kept robbers of the sea at a distance? => onions
# the Glass Whale | a submarine | 1952 | Bodil Thorne | Isolde Harvey | scientists | three | that
  looks up at the fishes
It has windows in the roof instead of the floor, for its builder wished to see the fish from below
  as they see us. It goes down to forty metres. Cod seem to enjoy the light.
Crabs sit down on the panes to rest, and the crew write to each other's wives about the colours.
i: In which part are the panes? => in the roof
i: How deep can it dive? => forty metres
`,
});
