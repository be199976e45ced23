/** Cooking, gardening, music, medicine, space, the town and its shops. */
export const DAILY_LIFE = `
# cooking | 5 | h=name f=name v1=vegetable d=dish | acting things comparing describing
> {h} wanted to cook @a {d} for {number} guests.
> For a good {d} you need {v1.s}, {spice} and a hot pan.
> In the kitchen it smelt of {spice} and {meat}.
> {h} and {f} opened a small restaurant in {town}.
> The cook tasted the {d} and added {spice}.
Cut the {v1.s} into thin slices and fry them in butter.
Add {number} spoons of {spice} and a cup of {drink}.
The {d} has to cook for {number} minutes.
{f} peeled the {v1.s} and washed the {vegetable.s}.
The {meat} was roasted with {spice} and {vegetable.s}.
Boil the {v1.s} in salted water until they are soft.
The {d} was too hot, so they drank {drink} with it.
Mix flour, eggs and {dairy} to make the dough.
The cake was filled with {fruit.s} and {dairy}.
{h} ate {number} {fruit.s} and a piece of {d}.
The baker bakes bread, and the cook cooks {d}.
The guests liked the {d} better than the {dish}.
Serve the {d} with {vegetable.s} and a glass of {drink}.
@a {v1} and @a {vegetable} lay on the plate beside the {meat}.
{f} burned the {d} and was {mood}.
The waiter brought the {d}, and the waitress brought the {drink}.
The recipe came from {c=country}, where {c.adj} cooks use more {spice}.
The {fruit.s} were sweeter than the {fruit.s}.
Roast duck with {fruit.s} was on the menu.
{h} went to the [market|grocery|supermarket|corner shop] to buy {meat}, {dairy} and {v1.s}.
{h} ate @a {fruit} and {f} ate @a {fruit}, while the {d} was in the oven.
@a {fruit} is sweeter than @a {vegetable}, said {f}.
One {vegetable} and one {v1} were left in the basket.
A ripe {fruit} fell off the table and rolled under the stove.
The oven was hot, and the bread rose.
The jar of {fruit} jam was sealed with wax.
"More {spice}?" asked {h}. "A little," said {f}.
# garden | 4 | h=name f=name w=flower v1=vegetable t=tree | acting comparing things describing
> In spring {h} dug the garden and planted {w.s}.
> {h} has a garden behind the house with {w.s} and {v1.s}.
> The {w.s} in the park of {town} bloom in {month}.
> {f} gave {h} @a {w} in a pot.
> The gardener carried the {gardentool} to the {t}.
The {w} is {colour}, and the {flower} is {colour}.
{w.s} need sun and water, {flower.s} grow in the shade.
{h} watered the {w.s} {clocktime}.
The {v1.s} were sown in spring and picked in {month}.
The {t} gives shade in summer and [red|yellow|brown|golden] leaves in autumn.
@a {insect} sat on the {w} and rested.
The bark of the {t} had been eaten by rabbits.
{f} cut the {w.s} and put them in a vase.
{h} dug a hole with the {gardentool} and planted @a {t}.
Slugs ate the {vegetable.s}, but not the {w.s}.
The garden smelt of {herb} and {herb}.
Plant the {v1.s} in spring, when the ground is warm.
The {gardentool} was rusty, so {f} bought another one.
The hedge was cut and the grass was mown on {day}.
The seeds of the {w} are {q=quality.er} than those of the {flower}.
@a {bird} built its nest in the {t}.
They picked {number} {fruit.s} from the tree and ate them.
The roses climbed up the wall of the {building}.
A young {tree} and @a {flower} stood next to the {vegetable} bed.
One {flower} was {colour} like @a {fruit}, the other one {colour}.
@a {insect} flew from @a {flower} to the next {w}.
@a {insect} and @a {insect2=insect} sat on one {w}.
Weeds grew between the {v1.s}, and {f} pulled them out.
The {herb} grows best next to the {w}.
In the greenhouse there were {flower.s} and {fruit.s} from {country}.
{h} is prouder of the {w.s} than of the house.
# music | 5 | h=name f=name i=instrument t=tune | acting comparing describing things
> {h} has played the {i} since {h.he} was {number} years old.
> The concert in the {building} began with @a {t}.
> {h} wrote @a {t} for {i} and {instrument}.
> The orchestra of {town} played @a {t} on {day}.
> {f} heard @a {i} through the open window.
The {i} played the melody, and the {instrument} played the bass.
{h} tuned the {i} and played a scale.
The {t} is slow and sad, but the {tune} is fast.
The singer sang the {t} in {c=country.tongue}.
The audience clapped, and the band played another {tune}.
{f} learned the {i} at the music school.
The conductor raised his hand, and the violins began.
@a {i} is louder than @a {instrument}.
The strings of the {i} were new and had to be tuned.
{h} sang in the choir and played the {i} in a band.
The {t} was written by @a {c=country.adj} composer in {c.capital}.
The drummer kept the rhythm while the {i} played.
On the radio they heard @a {t} with {number} verses.
{i.s} and {instrument.s} were hanging on the wall of the shop.
The record was sold {number} thousand times.
The notes of the {t} are hard to read.
The quartet practised the {t} for {number} weeks.
{f} danced to the {t}, and {h} hummed it.
A wrong note in the {t} made the conductor {mood}.
The music of the {i} filled the {building}.
The pianist and the violinist played @a {t} together.
They listened to the {t} with closed eyes.
# medicine | 5 | h=name f=name s=illness o=organ | acting comparing describing things
> {h} went to the doctor because of a pain in the {o}.
> The doctor examined the {o} of the patient.
> {h} was ill and had to stay in bed for {number} days.
> The nurse gave {h} @a {medicine} against the {s}.
> The hospital in {town} has {number} beds.
The {s} began with @a {illness} and a sore throat.
The doctor said that the {o} was healthy.
Take the {medicine} {number} times a day with water.
The nurse measured the pulse and the temperature.
The surgeon operated on the {o} for {number} hours.
The patient was {mood} before the operation.
After {number} days the {s} was gone.
{f} visited {h} in the hospital and brought {flower.s}.
@a {medicine} helps against {s}, but not against {illness}.
The {o} and the {p=organ} were checked by a doctor.
The wound was washed, and a bandage was put on.
Wash your hands, or the {s} will spread.
The ambulance brought an old man with a weak {o}.
The dentist pulled the tooth, and it did not hurt.
The virus of the {s} was found by @a {c=country.adj} scientist.
The medicine made {h} tired but {mood}.
Doctors know more about the {o} today than before.
The patient felt better, ate {dish} and slept.
Fresh air and exercise are good for the {o}.
The pharmacist sold {h} @a {medicine} and @a {medicine}.
The child had the {s} and was kept at home.
The new {medicine} was tested on {number} hundred patients.
A tea of {herb} is an old remedy for {s}.
# space | 4 | h=name f=name p=planet s=spacething | acting comparing describing things
> The {s} flew past {p} in {month}.
> {h} looked at {p} through a telescope.
> The astronauts left the earth on {day}.
> {p} is a planet, and {star} is a star.
> {h} works for a team that builds @a {s}.
The {s} sends pictures of {p} to the earth.
{p} is larger than the moon but smaller than the sun.
The orbit of {p} around the sun takes a long time.
The rocket was launched {clocktime} and reached its orbit.
The astronaut floated in the {s} and repaired @a {part=spacething}.
The light of {star} needs {number} years to reach us.
The surface of {p} is covered with rocks and dust.
There is no air on the moon and no rain on {p}.
The engine of the {s} burned {gas} and {gas}.
Astronomers discovered {number} moons of {p}.
The gravity of {p} pulls the {s} closer.
The {s} was built in {c=country} and tested for {number} years.
The hatch was sealed before the {s} was launched.
{f} could see {star} and {star} in the clear night.
The comet has a long tail and comes back every {number} years.
The {spacething} landed on {p} and took samples of {rock}.
The crew of the {s} counted the days until they could return.
The sun is a star, and the earth is a planet like {p}.
Galaxies are made of billions of stars.
The radio signal from the {s} was weak.
{h} dreamed of a journey to {p}.
It is colder on {planet} than on {p}.
# town | 5 | h=name f=name p=profession v1=vehicle b=building | acting things comparing describing
> {h} took the {v1} from {town} to the {b}.
> The {p} of {town} works next to the {b}.
> {clocktime} the streets of {town} are full of {vehicle.s}.
> {h} moved from {town} to {town} in {month}.
> There is @a {shop} between the {b} and the {building}.
The {v1} stopped at the lights, and {f} got out.
The {p} had to {p.job} before {day}.
@a {p} uses @a {p.tool} to {p.job}.
{p.s} {p.job}, and {q=profession.s} {q.job}.
{h} bought @a {garment} of {cloth} in the [department store|market|shop at the corner|sale].
{f} tried on @a {colour} {garment}, but it was too small.
The {garment} and the {garment2=garment} match in colour.
The {v1} is faster than the {vehicle}.
@a {vehicle} and @a {v1} met at the corner of the {b}.
The {p} asked {h} the way to the {shop}.
The market sells {fruit.s}, {vegetable.s} and {cloth}.
On {day} the {b} is closed, but the {building} is open.
People waited for the {v1} in the {weather}.
The windows of the {b} were {colour} in the evening sun.
{h} met {f} in front of the {b} {clocktime}.
A dog was barking behind the {b}.
The {p} likes {hobby}, and {f} likes {hobby}.
The ticket for the {v1} cost {number} coins.
The {relation} of {h} lives above the {shop}.
The {p} saved {number} people from the burning {b}.
In the [antique shop|attic|cellar of the neighbour|market hall] {f} found @a {furniture} and an
 old {instrument}.
The {furniture} was carried into the {room} of the new flat.
They played {gamekind} in the {room} until midnight.
The {sound} could be heard in every {room} of the {b}.
{h} collects {gem.s}, stamps and old {schoolthing.s}.
`;
