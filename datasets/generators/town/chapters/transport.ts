/** Trams, trains, ferries, lifts and other ways to get about. */
import { parseChapter } from "../entries";

export const TRANSPORT = parseChapter({
  name: "transport",
  fields: "name kind start goal minutes fare driver clue",
  shapes: `
{Name} is {kind} that goes from {start} to {goal} in {minutes} minutes. {s1} {s2} A ticket costs
  {fare}, and {driver} is in the driver's seat.
{s1} {s2} This is {name}, {kind} between {start} and {goal}. It needs {minutes} minutes and costs
  {fare}. Ask for {driver}.
{Driver} brings you from {start} to {goal} with {name}, {kind}. {s1} {s2} For the ride of
  {minutes} minutes one pays {fare}.
`,
  leads: `
On a trip that begins at {start}
* In the vehicle that {driver} steers
`,
  frames: `
d: Where can a passenger of {name} get off at the end? => {goal}
d: What must I pay to travel with {name}? => {fare}
d: How long am I on the way with {name}? => {minutes}
d*: Who steers {name}? => {driver}
d*: Where do people get on {name}? => {start}
p: What does {driver} steer every day? => {name}
p: I begin at {start} and travel with {driver}: where do I arrive? => {goal}
p*: What must be paid to {driver} for a trip? => {fare}
i: What is the name of the vehicle {clue}? => {name}
i: Who steers the vehicle {clue}? => {driver}
i: What must passengers pay in the vehicle {clue}? => {fare}
i*: Where does the trip end with the vehicle {clue}? => {goal}
i*: How long does a trip take with the vehicle {clue}? => {minutes}
m: By which vehicle, the one {clue}, can I reach {goal}? => {name}
m*: Which vehicle leaves from {start} and is the one {clue}? => {name}
`,
  entries: `
# Tram One | a tram | Market Square | the Apple Mile | fourteen | two pence | Hilmar Dose | that
  stops for stories
It waits at the end of a line until the driver's story is finished. Some passengers ride on just
  to hear who the murderer was. On Fridays the stories are shorter, since he goes dancing.
The seats are covered with green plush, and the one over the wheel is reserved for people who
  laugh.
i: On which day are the tales brief? => On Fridays
i: Why do a few people not get off? => to hear who the murderer was
# Tram Two | a tram | the Station | Rabbit Down | twenty-six | three pence | Fanny Gleis | with a
  seat for the sad
In the last row is a blue seat for people who do not wish to be spoken to. Whoever sits there gets
  a handkerchief at the third stop. Inspectors whisper.
At the last stop the driver picks a twig of heather and puts it on the lamp. Dogs look out of the
  front window.
i: What is given to somebody in low spirits? => a handkerchief
i: What colour marks the place of silence? => blue
# the Goose Tram | a tram | Goose Green | the harbour | nineteen | an egg or a penny | Rolf Gans |
  in which feathers ride free
Geese ride free, and on the day of the parade people have to walk. It is the only tram with a step
  for short legs. The bell was tuned to frighten nobody.
The floor is washed after each trip, and the seats have covers that smell of soap.
i: When must humans go by foot? => on the day of the parade
i: What helps small passengers to climb in? => a step for short legs
# the Bell Ferry | a ferry | Ferry Street | Cherry Island | six | one cherry stone | Veit Kahl |
  that takes fruit stones for money
One pays with cherry stones, which are sown on the island. There are now so many trees that the
  fare was halved. In winter one owes them until July.
A blind dog stands at the bow and barks when it smells the trees.
i: Why did the trip become cheaper? => so many trees
i: When do winter guests settle what they owe? => July
# the Night Ferry | a ferry | the harbour | the far bank | eleven | a true sentence | Ottilie
  Nebel | whose guests confess
The fare is one true sentence, said quietly into the ear of the ferrywoman. She has never repeated
  any. Politicians use the bridge.
Her lantern is covered with a blue cloth, and the oars are wrapped in wool so that nothing
  splashes. Bats fly along for company.
i: Who avoids this crossing? => Politicians
i: What does she do with all she hears? => She has never repeated any
# the Steep Railway | a cable railway | River Street | Chapel Hill | four | one candle | Brother
  Gallus | that is lifted by wet monks
The upper car is filled with water and pulls the lower one up while it goes down. Monks do the
  filling with buckets and sing in time. In frost both cars rest.
Nervous guests are told to look at the priest in the corner, who looks at the floor. The bench is
  polished by many trousers.
i: What makes the cars move? => water
i: When does nothing go up or down? => In frost
# the Six O'Clock | a train | the Station | the capital | two hundred | nine shillings | Karla
  Dampf | that is late by tradition
It leaves at six fifteen, and all who know it come at six ten. The only time it was punctual,
  nobody was on board. The restaurant car serves the soup cold, so that nothing is spilt.
Farmers set their hunger by it, which explains, as doctors say, a great deal.
i: How many travellers were there when it started on time? => nobody
i: Why is a warm meal not hot there? => nothing is spilt
# the Milk Train | a train | the northern farms | Market Square | forty-five | a cup of cream |
  Jost Kanne | on which cats wait
It brings the milk at dawn, and cats know its whistle from all others. By the shaking, a little
  butter is made on the way, which belongs to the stoker. The last wagon is for lambs.
Its guard has a big red beard and distributes the newspapers together with the gossip of the
  farms.
i: What does the man at the fire earn from the bumps? => a little butter
i: Which sound do pets recognise? => its whistle
# the Frog Express | a train | the Station | Frog Meadow | thirty-two | a bucket | Petra Schiene |
  that stands still for jumpers
In spring it stops in the middle of the meadow, and every passenger has to carry frogs. The
  buckets hang where other trains have emergency brakes. A minister came in white trousers, once.
In the compartments hang paintings of storks, which somebody thought would be polite to turn
  round.
i: What hangs in place of the brakes? => The buckets
i: Who was dressed badly for the work? => A minister
# the Fish Cart | a horse cart | the Fish Hall | King's Road | twenty-three | the smell | Hein
  Butt | that everyone lets pass
It has right of way over everything because of its smell. Students travel on it for nothing, if
  they can bear it. The horse has a bag of lavender at its nose.
On holidays it is painted blue, and on the side one can read the price of herring in three
  languages.
i: How is the pulling animal protected? => a bag of lavender
i: Who rides along without paying? => Students
# the Book Boat | a library boat | the Duck Canal | the villages upstream | ninety | a promise |
  Odile Bogen | which lends reading by water
It carries two thousand books up the canal and must not rock at exciting places. Villages without
  a bridge get the novels first. A book that falls in is dried page by page by children, who then
  know it.
Its captain reads while she steers, and therefore stops in some odd places.
i: What happens to volumes which got wet? => dried page by page
i: Which settlements are served with stories before the rest? => Villages without a bridge
# the Long Ladder | a lift | the quay | Anchor Street | two | a push | Gunnar Hub | that is moved
  by visitors
It has no motor: those below turn a wheel for those inside, and are themselves lifted by the next.
  The last in the evening sleep at the bottom. A hotel was built there.
Fat gentlemen bring friends along, and a marching band has needed a whole afternoon.
i: What business profits from those left behind? => A hotel
i: What takes the place of an engine? => turn a wheel
# the Mud Coach | a coach | the lighthouse | the sandbank | fifty-five | a dry sock | Rike Watt |
  that runs only at low tide
It drives over the sea floor while the sea is away and needs a driver with a good watch. She has
  been wrong one time, and the coach now has a mast. Oysters are sold on the way back.
Children lean out to write their names in the wet sand, which lasts for half a day.
i: What was added after the mishap? => a mast
i: What can one buy during the return? => Oysters
# the Wedding Carriage | a carriage | the town hall | Lantern Bridge | thirty | a dance | Cosmo
  Rad | that goes slower if they quarrel
If bride and groom quarrel, the horses slow down, and they stop when no one talks. Once it arrived
  after two days. The couple have been happy for forty years since.
White ribbons hang from the lamps, and beneath the seat lies a box with dry biscuits for the
  second hour. Doves are not taken.
i: What do the animals do when there is silence? => they stop
i: How many good years followed the slowest trip? => forty
# the Summit Mule | a mule path service | the north gate | the Anvil | four hundred | a carrot an
  hour | Tilo Grat | that knows the high way better than its guide
The mules know the way, and the guide follows them with his eyes shut after lunch. In fog they are
  roped together, people included. They refuse to carry anyone who whistles.
At the last hut they wait for salt, and no word of command gets them past it.
i: Whom will the animals not take? => anyone who whistles
i: How are travellers secured in bad sight? => roped together
# the Sledge Post | a dog sledge | the Post Office | Quill Head | seventy-five | a bone | Aila
  Frost | that comes with the snow
When snow lies, letters to the hills go by twelve dogs, each responsible for one farm. They sort
  the mail by smell. Bills arrive late, as they smell of nothing.
A lantern swings from the pole, and the farmers' wives put out soup for man and beast.
i: Which letters are slow to come? => Bills
i: How do the runners know what goes where? => by smell
# the Balloon | a balloon | Baker's Field | wherever the wind blows | sixty | your hat | Aurelia
  Luft | without a fixed end
Nobody knows where it will come down, so a picnic is packed for every direction. It has been
  greeted as a god in one village and as a tax man in another. The second was worse.
Cows run in all directions when it comes down, and farmers must be paid in gin.
i: What was a worse welcome than being a god? => as a tax man
i: How do those on board prepare for an unknown landing? => a picnic
# the Night Bus | a bus | the Nightingale | all six quarters | forty-eight | a yawn | Murat Stern
  | that picks up sleepers
It brings workers home at dawn, and the driver knows each one's stop, since they all sleep. He has
  carried some up the stairs. His own wife wakes him with a horn.
Pillows are handed out at the door and collected by a boy with a sack. Music is never played.
i: How is the man at the wheel woken? => with a horn
i: Why does he need to remember every stop? => they all sleep
`,
});
