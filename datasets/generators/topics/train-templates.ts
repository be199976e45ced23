/**
 * Words and sentences from which the training split of the topics data set is generated.
 *
 * Nothing of them is used for the test split: see test-templates.ts. Words several topics share
 * (star, record, pressure, stock, season, beat, note, organ, dish, launch) stand here on purpose.
 */
import type { TopicTemplates } from "./generate";

export const TRAIN_TEMPLATES: TopicTemplates = {
  space: {
    words: `
planet: Mars, Venus, Jupiter, Saturn, Mercury
craft: rocket, shuttle, capsule, satellite, probe, lander
craft2: telescope, antenna, camera, robot arm, solar panel
body: comet, asteroid, moon, planet, meteor
crew: astronaut, pilot, engineer, mission director, astronomer
part: engine, fuel tank, heat shield, battery, parachute
count: three, five, seven, nine, twelve
period: days, weeks, months, years`,
    titles: `
The {craft} and the {planet} mission
News from {planet}
A {craft} is ready for launch
What the {crew} saw
Looking for a {body}`,
    openers: `
The {craft} left its orbit around {planet} this morning after {count} {period} in space.
Engineers checked the {part} of the {craft} for the last time before the launch.
A new {body} was found with @a {craft2} by a team that had been watching the sky
 for {count} {period}.
The {crew} floated through the station and looked down at the clouds over the ocean.
In {count} {period} a {craft} will fly past {planet} and send back the first close pictures.
At night the dome opens, and the {craft2} turns slowly towards a faint star.
The dust on {planet} is so fine that it creeps into every {part}.
Gravity pulled the {body} off its course, and now it will pass close to the earth.`,
    bodies: `
The {part} worked well, although the pressure inside fell for a moment.
Without air the temperature changes by two hundred degrees between light and shadow.
Its orbit takes {count} {period}, and each time it comes a little closer to the sun.
The {crew} called it the best view of the whole flight.
Radio signals need [eight|twenty|forty] minutes to reach the ground.
A second {craft} will follow as soon as the {part} has been tested.
It set a new record for the longest stay outside the station.
The surface is covered with craters, some of them older than any rock on earth.
The {craft2} can see a star that is a million times weaker than the eye can.
Nobody knows yet whether there is water under the surface of {planet}.
The launch had been put off twice because of [wind|clouds|a fault in the {part}].
From there {planet} looks like a bright dot above the horizon.`,
  },
  cooking: {
    words: `
food: chicken, rice, cabbage, lentils, mushrooms, fish, lamb, spinach
spice: pepper, cumin, garlic, ginger, basil, cinnamon, thyme
liquid: cream, stock, milk, white wine, tomato sauce, lemon juice
tool: pan, oven, bowl, pot, tray, wooden spoon
dish: soup, stew, pie, salad, curry, risotto
cook: cook, baker, chef, host, kitchen boy
count: two, four, five, ten, fifteen, twenty
season: spring, summer, autumn, winter`,
    titles: `
A simple {dish} with {food}
{food} in {liquid}
What to do with {spice}
The {cook} and the {tool}
A {season} {dish}`,
    openers: `
Cut the {food} into small pieces and fry them in butter for {count} minutes.
For this {dish} you need {food}, a little {spice} and a cup of {liquid}.
The {cook} tasted the {dish} and added more {spice}.
Heat the oil in a large pot, then add the chopped onion and the {spice}.
In {season} we make @a {dish} from {food} and whatever else the garden gives.
Beat the eggs with sugar until they are pale, and fold in the flour.
Leave the {food} in {liquid} overnight, so that it becomes tender.
A good {dish} begins with fresh {food} and a hot {tool}.`,
    bodies: `
Season with salt and {spice}, and serve it hot.
Pour in the {liquid} and let it simmer for {count} minutes.
Stir all the time, or it will stick to the pot.
The dough should rest until it has doubled in size.
Bake it in the middle of the oven until the top is golden.
Taste it before you add more salt.
If the sauce is too thin, cook it a little longer without a lid.
It goes well with {side=food} and a slice of bread.
Keep the temperature low, for {liquid} burns easily.
Next day the {dish} is even better.
Sprinkle some {spice} over each plate.
The {cook} noted the recipe on the back of an old bill.`,
  },
  football: {
    words: `
player: striker, keeper, captain, winger, defender, midfielder
team: the visitors, the home side, the champions, the red team, the newcomers
place: the north stand, the far post, the half-way line, the corner flag
coach: coach, manager, trainer
count: two, three, four, six
minute: fifth, tenth, thirtieth, last, eightieth
result: one goal to nil, two to one, three to nil, two all
event: free kick, corner, penalty`,
    titles: `
{result} after a late {event}
The {player} decides it
A hard day for {team}
The {coach} is not content
Season over for the {player}`,
    openers: `
The {player} scored in the {minute} minute and ran towards {place}.
After {count} defeats in a row {team} won their first match of the season.
The {coach} changed the whole attack at half-time, and it paid off.
A {event} in the {minute} minute decided the game.
The referee blew for a {event}, and the crowd began to whistle.
Before the cup final the {player} was still not fit to play.
{team} kept the ball but found no way past a deep defence.
The match ended {result}, which was hard on {team}.`,
    bodies: `
The goalie got a hand to the shot but could not hold it.
In the second half {team} put on more pressure.
It was his [tenth|twelfth|fourth] goal, and the league has not seen such a record for years.
The {coach} praised the young {player}.
A long pass reached the {player} near {place}.
There were two yellow cards and one red card.
The fans sang until the lights went out.
With {count} points from five games they stay at the top of the table.
The {player} missed an open goal and held his head.
Next week they play away from home.
The ball hit the post and rolled along the line.
He is the star of the side, but this was not his day.`,
  },
  music: {
    words: `
instrument: piano, violin, cello, flute, trumpet, organ, guitar, drum
player: pianist, violinist, singer, drummer, composer, conductor
piece: symphony, song, quartet, opera, waltz, sonata
genre: jazz, folk, blues, chamber music, rock
place: hall, church, club, studio, school
count: two, three, four, six
term: melody, rhythm, chord, key, bass line
group: orchestra, band, choir, trio`,
    titles: `
An evening with the {player}
The {piece} for {instrument}
{genre} in the old {place}
A lesson on the {instrument}
The {group} returns`,
    openers: `
The {group} opened the evening with a {piece} that is rarely played.
The {player} bought an old {instrument} and practised for {count} hours every day.
This {piece} begins with a slow {term} on the {instrument}.
At the {place} one could hear {genre} until late at night.
Their new album holds ten tracks, most of them recorded in @a {place}.
The {player} wrote the {piece} in only {count} weeks.
Tune the {instrument} first, then play the scale from the lowest note.
In the [first|second|last] movement the {instrument} repeats the {term} of the strings.
The {group} has sold more records of {genre} than any other.`,
    bodies: `
The {second=instrument} takes over the {term} and plays it an octave higher.
The rhythm changes from a steady beat to a dance in three.
People clapped after every {piece}.
Somebody sang the last verse without a microphone.
A wrong note in the second bar made the {player} smile.
The {term} returns at the end, softer than before.
They rehearsed for {count} weeks with a new {player}.
The sound of the {instrument} filled the {place}.
Many young players learned the {piece} from that record.
The tempo is slow, but the {term} keeps it alive.
Tickets for the concert were sold out within a day.
The {group} tuned, and the conductor lifted the baton.`,
  },
  medicine: {
    words: `
doctor: doctor, surgeon, nurse, specialist
illness: bronchitis, fever, asthma, diabetes, influenza, pneumonia
organ: heart, liver, lung, kidney, stomach
drug: antibiotic, vaccine, painkiller, tablet, ointment
symptom: cough, rash, headache, sore throat, high temperature
place: clinic, ward, hospital, practice
count: two, three, five, ten
period: days, weeks, months`,
    titles: `
A patient with @a {symptom}
The {doctor} explains {illness}
Trial of @a {drug}
When the {organ} fails
At the {place}`,
    openers: `
The patient came to the {place} with a {symptom} that had lasted for {count} {period}.
The {doctor} examined the {organ} and asked for a blood test.
A new {drug} against {illness} was tested on [four hundred|two thousand] volunteers.
The operation on the {organ} took {count} hours.
People with {illness} should see a {doctor} at once if the {symptom} gets worse.
After {count} {period} of treatment the {symptom} was gone.
The {doctor} listened to the lungs and measured the blood pressure.
Cells of the {organ} were studied under a microscope.`,
    bodies: `
The dose was raised after {count} {period}.
No side effects of the {drug} were seen.
The {doctor} advised rest and plenty of water.
An X-ray showed a shadow on the left side.
Her pulse was quick and her skin was pale.
The wound healed without an infection.
The {drug} has to be taken with food, twice a day.
Those who had been given the {drug} recovered sooner.
Doctors at the {place} do not yet know the cause.
The virus spreads from person to person by drops in the air.
The {organ} is weak, and a second operation may be needed.
The number of cases rose in winter, as in every season.`,
  },
  finance: {
    words: `
institution: bank, savings bank, building society
product: loan, mortgage, bond, savings account
person: investor, analyst, trader, accountant, banker
company: the steel maker, the airline, the car maker, the retailer
count: two, three, five, eight
period: months, years, quarters
measure: profit, debt, turnover, dividend, loss
event: inflation, a rise in interest rates, the new tax, the fall of the currency`,
    titles: `
The {institution} and the {product}
{company} reports its {measure}
Advice for the careful {person}
What {event} means
Higher {measure} for {company}`,
    openers: `
The {institution} raised the interest on every new {product} by half a percent.
{company} reported a {measure} of [two|six|nine] million for the year.
Each {person} should know the cost of a {product} before signing.
Because of {event}, the demand for @a {product} fell within {count} {period}.
The {person} sold the shares of {company} before the price went down.
Over {count} {period} the {measure} of {company} grew by a tenth.
Prices on the market rose after {event}.
Whoever chooses a {product} with a fixed rate has little to fear from {event}.`,
    bodies: `
The {person} expects a return of four percent.
The {institution} asked for a higher deposit.
Money was moved from one account to another without a note.
The {measure} was lower than the market had expected.
Shareholders will vote on the plan in spring.
Tax has to be paid on the {measure}.
Costs rose faster than the {measure}.
The central bank watches {event} with concern.
Whoever holds the {product} for {count} {period} takes less risk.
The budget of the firm leaves no room for a new {product}.
It was a record year for the {institution}.
The stock closed at its lowest price in {count} {period}.`,
  },
};
