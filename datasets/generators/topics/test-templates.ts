/**
 * Words and sentences from which the test split of the topics data set is generated.
 *
 * Other sentences and, in the slots, other words than in training: a classifier that has only
 * learned the training templates by heart gains nothing here.
 */
import type { TopicTemplates } from "./generate";

export const TEST_TEMPLATES: TopicTemplates = {
  space: {
    words: `
world: Neptune, Uranus, Pluto, Titan, Europa
machine: rover, orbiter, space station, observatory, booster
thing: galaxy, nebula, black hole, supernova, eclipse
who: cosmonaut, flight controller, scientist, amateur
stuff: methane, hydrogen, frozen gas, iron
amount: eleven, thirty, sixty, ninety`,
    titles: `
A glimpse of {world}
The {machine} wakes up
How far is a {thing}?
{who} at work`,
    openers: `
After a journey of {amount} million miles the {machine} slipped behind {world} and fell silent.
What looks like a single star is a {thing}, {amount} thousand light years away.
The {who} tightened the last bolt in weightlessness and drifted back to the hatch.
Under its thick atmosphere {world} hides lakes of {stuff}.
During the eclipse the birds stopped singing and the brightest planets came out.
The {machine} crosses the night sky from west to east in about {amount} seconds.`,
    bodies: `
Sunlight there is {amount} times weaker than here.
Its {stuff} escapes into the void in long bright jets.
The {who} compared two exposures taken an hour apart.
On the way home the capsule glowed like a meteor.
Its mass bends the light of everything behind it.
The countdown will begin again at dawn.
No human being has travelled so far from earth.
The crust of {world} may float on a hidden sea.`,
  },
  cooking: {
    words: `
food: aubergine, salmon, pumpkin, chickpeas, beef, leeks, noodles
herb: parsley, nutmeg, saffron, coriander, rosemary, chilli
vessel: saucepan, casserole, grill, frying pan, mixer
meal: breakfast, supper, lunch, dinner, brunch
sweet: honey, vanilla, chocolate, raspberries, almonds
amount: six, eight, twelve, thirty`,
    titles: `
{food} from the grill
{meal} for eight
With {herb} and {sweet}
Clean the {vessel} first`,
    openers: `
Peel the {food}, rub it with {herb} and roast it for {amount} minutes.
Nothing at {meal} was as popular as the {food} with {herb}.
Whisk the {sweet} into the batter and let it stand.
Grease the {vessel}, line it with slices of {food}, and press them down.
Her uncle boiled {food} for the {meal}, and the kitchen filled with steam.
Soak the {food} first, drain well, and mash with a fork.`,
    bodies: `
Toast the {herb} dry until it smells.
A spoonful of {sweet} takes away the bitterness.
Drain the {food} and toss it in melted butter.
Serve with yoghurt and chopped {herb}.
Let it cool in the {vessel} before you turn it over.
There was enough for {amount} hungry people.
Skim off the fat and reduce the gravy by half.
The crust was crisp, the filling soft.`,
  },
  football: {
    words: `
man: goalkeeper, full back, substitute, playmaker, centre forward
club: the rovers, the harbour club, the miners, the university eleven
blow: volley, tackle, shot, dribble, throw-in
thing: relegation, promotion, extra time, the transfer window, the derby
amount: seven, eight, nine, eleven
part: knee, ankle, thigh, shin`,
    titles: `
{club} before {thing}
An own goal and a {blow}
The {man} is back
No luck for {club}`,
    openers: `
The {man} curled it over the wall and into the top corner.
{club} escaped {thing} thanks to a {blow} in stoppage time.
With ten men left on the pitch, {club} defended for {amount} minutes.
The {man} limped off with a hurt {part} and was replaced before the break.
Scouts from {amount} clubs had come to watch the {man}.
The linesman raised his flag, and the equaliser did not count.`,
    bodies: `
A {blow} from close range made it two.
The away supporters had travelled all night.
His shirt number will not be given to anybody else.
The league announced a ban of {amount} matches.
They were booed off the field.
The {man} won almost every duel in the air.
In the dressing room nobody mentioned {thing}.
Two substitutes combined for the winner.`,
  },
  music: {
    words: `
tool: harp, clarinet, saxophone, accordion, banjo, oboe
artist: soprano, tenor, guitarist, songwriter, bandleader, cellist
form: concerto, ballad, overture, hymn, lullaby, fugue
style: soul, reggae, baroque music, swing, hip hop
place: festival, cathedral, cellar bar, theatre
amount: eight, twelve, thirty, sixty`,
    titles: `
A {form} for the {tool}
The {artist} at the {place}
{style} without end
Tuning the {tool}`,
    openers: `
The {artist} had not performed the {form} in public for {amount} years.
A lonely {tool} plays the theme before the strings enter.
The audience at the {place} hummed along with the {form}.
{style} reached the charts late, but then it stayed there.
The {artist} broke a string and finished the {form} on the other three.
From the gallery of the {place} came the voice of a {artist}.`,
    bodies: `
The harmony slides from major to minor and back.
The {tool} answers with a phrase of {amount} bars.
The lyrics are sad, the tune is not.
The {artist} asked for silence and began once more.
An encore followed, then another.
Its chorus is sung in two parts.
Early recordings hiss, yet the {tool} is clear.
The applause lasted longer than the {form}.`,
  },
  medicine: {
    words: `
helper: physician, midwife, paramedic, pharmacist, therapist
trouble: stroke, allergy, anaemia, measles, migraine, arthritis
part: spine, hip, brain, bladder, artery
cure: injection, transfusion, ultrasound, bandage, insulin
sign: swelling, dizziness, numbness, nausea, chest pain
amount: six, eight, twelve, thirty`,
    titles: `
Living with {trouble}
The {helper} on call
{sign} is a warning
Scan of the {part}`,
    openers: `
The {helper} found the {part} inflamed and turned to {cure}.
For {amount} hours after the accident she complained of {sign}.
Early diagnosis of {trouble} saves lives, according to a study of {amount} hospitals.
An ambulance brought the man in with {sign}, and the {helper} was woken.
Children who have had [measles|mumps] are immune to it later.
The tumour near the {part} was benign.`,
    bodies: `
The scan of the {part} was normal.
The {helper} changed the dressing every morning.
Relatives were allowed to visit for {amount} minutes.
With {cure} the {sign} disappeared overnight.
The prescription was renewed until May.
A donor was found in time.
Symptoms of {trouble} often return under stress.
The therapy is tiring, but most people finish it.`,
  },
  finance: {
    words: `
firm: the brewery, the shipping line, the chemicals group, the start-up
player: lender, shareholder, auditor, pension fund, treasurer
paper: invoice, cheque, contract, credit card, insurance policy
thing: recession, bankruptcy, merger, exchange rate, deficit
amount: six, twelve, thirty, seventy
sum: thousand, million, billion`,
    titles: `
{firm} and its {player}
After the {thing}
A lost {paper}
{amount} {sum} missing`,
    openers: `
The {player} refused to extend the credit of {firm}.
During the {thing} {firm} lost {amount} {sum} within a week.
Her salary is paid by the month, and the {paper} is due on the first.
The {player} bought a tenth of {firm} for {amount} {sum}.
Nobody at {firm} had read the {paper} to the end.
Gold went up while the {thing} frightened everyone who held equity.`,
    bodies: `
Revenue shrank, and the bonus was cancelled.
The {player} wants to see the balance sheet.
Wages did not keep up with the cost of living.
A refund of {amount} {sum} is being discussed.
The {thing} had been forecast by very few.
Its assets were sold at an auction.
The {paper} was never cashed.
Exports suffer whenever the exchange rate climbs.`,
  },
};
