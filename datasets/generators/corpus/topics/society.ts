/** Countries, the palace, the family, the bank, the office, school, law, theatre, towns. */
export const SOCIETY = `
# travel | 18 | h=name f=name c=country d=country | acting comparing things
> {h} flew to {c.capital}, the capital of {c}, in {month}.
> {c} is a country in {c.part}, and its capital is {c.capital}.
> Last {month} {h} and {f} spent {number} days in {c.capital}.
> {h} had always wanted to see {c} and its capital {c.capital}.
> The {c.adj} ambassador came from {c.capital} to speak about {c}.
> The train to {c.capital} crossed the border of {c} at night.
The {c.river} flows through {c.capital} and under {number} bridges.
In {c.capital} they saw the {c.sight} and walked through the old streets.
{c} sells {c.goods} and {c.goods} to {d}.
People in {c} speak {c.tongue}, and {f} knew only {number} words of it.
The streets of {c.capital} were full of {c.adj} families.
{c.capital} is to {c} what {d.capital} is to {d}.
The north of {c} is {q=quality.er} than the south.
The {c.adj} people are proud of their {c.goods}.
In the south of {c} there are [mountains|beaches|forests|old villages] near the border of {c.near}.
{c.near} lies next to {c}, and many people travel from one to the other.
The mayor of {c.capital} opened a new {building} near the {c.sight}.
The {c.adj} government in {c.capital} passed a new law.
{f} bought {c.goods} and a map of {c.capital} at the airport.
From {c.capital} {h} took the train to {d.capital}, the capital of {d}.
The {c.adj} word for {thing} is hard to say for {d.adj} ears.
@a {c.adj} {profession} whom {h} met in {c.capital} had never left {c}.
{f} knows many {c.adj} songs and one {d.adj} {tune}.
{c.adj} {c.goods} and {d.adj} {d.goods} were sold side by side.
The {c.adj} summer is {q=quality.er} than the {d.adj} one.
The flag of {c} hung from every window in {c.capital}.
{h} ate {c.adj} food in a small restaurant by the {c.river}.
In {month} it is warmer in {c.capital} than in {d.capital}.
The population of {c} grows, and {c.capital} grows with it.
@a {c.adj} {vehicle} waited outside the hotel in {c.capital}.
The government of {c} invited the government of {d} to {c.capital}.
The {c.adj} team flew home to {c} with a medal.
They missed the flight from {c.capital} and stayed in {c} for another {time}.
The museum in {c.capital} shows {c.adj} art, and {d.adj} paintings as well.
The border between {c} and {c.near} is closed at night.
Many {c.adj} students learn {d.tongue} and then move to {d}.
A farmer from the west of {c} sends {c.goods} to the markets of {c.capital}.
The embassy of {d} in {c.capital} is near the {c.sight}.
The history of {c} begins long before {c.capital} was built.
The {d.adj} tourists asked the way to the {c.sight}.
A suburb of {c.capital} has {number} factories for {c.goods}.
An old map in {c.capital} shows {c} and its neighbour {c.near}.
The {c.adj} coast guard of {c} and the police of {c.capital} work together.
{d.capital} is farther away than {c.capital}, and {d} is larger than {c}.
A letter from {c.capital} to {d.capital} takes {number} days.
{h} moved from {d.capital} to {c.capital} and soon felt at home in {c}.
# palace | 7 | r=royal s=royal n=name | comparing acting
> Once there was @a {r} who lived in @a {r.place}.
> The {r} and the {r.pair} lived in the {r.place} near the {land}.
> In the old days the {r} had to {r.deed}.
> The {r} stood alone in the {r.place} and thought of {r.his} {r.folk}.
> The people of {town} still tell the tale of the {r} and {r.his} {r.thing}.
The {r} was @a {r.man} of great {virtue}, and {r.he} loved {r.his} {r.thing}.
{r.he} called {r.his} {r.folk} and asked them for advice.
The {r} wished to {r.deed}, but {r.his} {r.folk} were against it.
Every {time} {r.he} would {r.deed} and the {s} would {s.deed}.
The {r.pair} of the story waited in the {r.place}.
"Who took my {r.thing}?" asked the {r}, and {r.he} looked around {r.himself}.
The {s} gave {s.his} {s.thing} to the {r}.
A messenger brought the {r} a letter, and {r.he} broke the seal.
The letter of the {r} was closed with @a {colour} wax seal.
The {r} set {r.his} seal under the law.
The guards bowed when the {r} came out with {r.his} {r.folk}.
The {r} {r.deed.ed}, and {r.his} {r.folk} cheered.
{r.he} was the {q=quality.est} {r} the country had ever had.
The {r} had a treasure room, but {r.he} gave the {treasure} to the poor.
Nobody could say whether the {r} or the {r.pair} was {wiser=quality.er}.
{r.himself} the {r} never spoke of the {idea}.
The {s} promised to help {r.him}, and {r.he} believed it.
@a {dish} was served in the {r.place}, and the {r} ate only bread.
The enemy came by night, and the {r} fled with {r.his} {r.thing}.
{n} told the {r} the truth, and {r.he} was not angry with {n.him}.
Many {r.folk} came to the {r.place} to see the {r} with {r.his} {r.thing}.
When the {r} was old, {r.he} remembered the {s} and the {r.pair}.
The {s} and the {s.pair} were guests of the {r} for {number} days.
At the ball the {r} danced, and the musicians played @a {tune}.
The {r} hid in the {s.place}, where only the {s} could find {r.him}.
# roles | 8 | r=role s=role n=name | acting comparing describing things
> The {r} came out of the {r.place} with {r.his} {r.thing}.
> My {r} often {r.deed.es}, and {r.he} enjoys it.
> The {r} of {n} is @a {r.man} of {virtue}.
> @a {r} was waiting in the {r.place}, and {r.he} seemed {mood}.
> For {number} years the {r} had tried to {r.deed}.
The {r} and the {r.pair} {r.deed} together.
{r.he} likes to {r.deed}, and {r.his} {r.folk} like to watch {r.him}.
The {r} was {mood} because {r.he} had lost {r.his} {r.thing}.
"I cannot {r.deed} today," said the {r}, and {r.he} sat down.
The {r} {r.deed.ed}, while the {s} {s.deed.ed}.
Among the {r.folk} there was one who knew the {r} well.
{r.he} is @a {r.man} who would rather {r.deed} than rest.
The {s} lent {r.him} {s.his} {s.thing} for the {time}.
In the {r.place} the {r} found the {r.thing} of the {r.pair}.
@a {r} does not {often} {r.deed}, but this one did.
The {r.folk} asked the {r} to stay, and {r.he} stayed.
{r.he} told {r.himself} that the {r.thing} was not lost.
The {r} wrote to the {s} about {s.his} {s.thing}.
When {r.he} was young, the {r} could {r.deed} without help.
The {r.pair} looked at the {r} and smiled at {r.him}.
As @a {r.boy} {r.he} had never thought of the {r.place}.
The {r} bought {r.himself} @a {colour} {garment}.
Everybody in the {r.place} knows {r.him} and {r.his} {r.thing}.
The {r} has {number} {r.folk} and not one enemy.
{clocktime} the {r} opens the door of the {r.place} {r.himself}.
Who will {r.deed} if the {r} falls ill?
The {r} learned it from {r.his} own {s}.
@a {r.man} like the {r} knows what {r.he} wants.
There were many {r.s} in {town}, and some {r.s} were {mood}.
# family | 5 | h=name f=name r=family s=family | acting things comparing describing
> {h} lives with {h.his} {r} in a small house in {town}.
> The {r} of {h} was {number} years old when {r.he} came to {town}.
> On {day} the whole family met at the house of the {r}.
> {h} called {h.his} {r}, and {r.he} answered at once.
> At the wedding of {h} the {r} sat next to the {s}.
{h.his} {r} has {number} children, and {r.he} loves them all.
The {r} {r.deed.ed}, and the {s} {s.deed.ed}.
{h} asked {h.his} {r} for {r.his} {r.thing}.
The {r} and the {r.pair} of {f} live in @a {building} street.
"Ask your {r}," said {f}, "{r.he} knows everything."
The {r} of {f} likes to {r.deed}.
{h} looks like {h.his} {r} and thinks like {h.his} {s}.
They baked a cake for the birthday of the {r}, and {r.he} was {mood}.
The {r} told the children a story about {r.his} own {s}.
The baby smiled when the {r} took it in {r.his} arms.
After supper the {r} played {gamekind} with the {s}.
{h.his} {r} works as @a {profession} and comes home {clocktime}.
The {r} gave {h} @a {x=thing} that had belonged to the {s}.
Brothers and sisters quarrel, but they also help each other.
The {s} was {mood}, for {s.his} {s.thing} was gone.
When the {r} was ill, {h} cooked for {r.him}.
The father kissed his son, and the mother kissed her daughter.
The grandfather lost his glasses, and the grandmother found them.
The uncle and the aunt brought presents for the nephew and the niece.
The {r} still keeps the letters of {r.his} {r.pair}.
The house of the {r} has @a {room} and @a {room}.
Every {time} {h} visits the {s} and brings {s.him} {flower.s}.
My {r} said that {r.he} would {r.deed} on {day}.
# bank | 5 | h=name f=name c=country o=office | acting comparing describing things
> {h} went to the bank in {town} to open an account.
> The bank lent {number} thousand coins to the {o}.
> {h} {surname} had worked in the bank for {number} years.
> The price of {metal} rose by {number} percent in {month}.
> {h} wanted to buy a house and asked the bank for a loan.
The bank pays {number} percent interest on the money.
A loan from the bank must be paid back with interest.
The manager of the bank checked the account of {h}.
{f} put the money into the bank, because the bank is safe.
Banks lend money, keep money and change money.
The two banks in {town} offer the same mortgage.
{h} withdrew {number} hundred from {h.his} account at the bank.
Shares of the bank fell, and investors sold them.
The central bank raised the interest rate because prices were rising.
A thief had robbed the bank, and the police closed the street.
The bank clerk counted the notes and the coins twice.
{f} signed the contract, and the money was on the account on {day}.
The firm made a profit of {number} million and paid a dividend.
Taxes were raised by the {o}, and nobody was {mood} about it.
The {c.adj} bank opened an office in {c.capital}.
A cheque was sent by the bank, but it never arrived.
The debt grew faster than the income of {h}.
"Your account is empty," said the banker, and {h} was {mood}.
Insurance paid for the damage after the {weather}.
Credit is cheap when the bank trusts the customer.
The stock market closed higher on {day}.
{h} saves {number} coins a week and keeps them at the savings bank.
Wages rose by {number} percent, but prices rose more.
The bank manager, a careful {profession} by nature, refused the credit.
The budget of the {o} was smaller than the year before.
A trader bought {metal} and {gem.s} and sold them in {c}.
# office | 4 | h=name f=name o=office d=device | acting things comparing describing
> {h} works in an office on the {ordinal} floor of the {building}.
> On {day} the {o} sent an important letter to {h}.
> The new {d} was brought to the office {clocktime}.
> {h} had to write a report for the {o} before {day}.
> The secretary of the {o} was {mood} that {time}.
{h} put the letter into an envelope and sealed it with red wax.
Seal the envelope before you post it.
The {o} pressed the seal into the hot wax.
The document bears the signature and the seal of the {o}.
The seal was broken, so somebody must have read the letter.
A plumber sealed the crack, and no more water came in.
"Please seal the box with tape," said {h}, and {f} sealed it.
They sealed the jar and the bottle so that no air could enter.
A lead seal hung from the old contract.
The {d} stopped working, and {f} called a mechanic.
{h} typed a message on the {d} and waited for an answer.
The colours of the two papers do not match.
The numbers in the list must match the numbers in the file.
Does the signature match the one on the contract?
Find the key that matches this lock.
The {software} was lost, but {f} had made a copy.
Every {software} needs a new {software}, said the expert.
Our {o} reads {number} letters a day and answers {number}.
The telephone rang, and {h} picked it up {manner}.
{f} printed {number} pages and put them on the desk.
The meeting began {clocktime} and lasted too long.
The {d} was cheaper than the old one, but also slower.
Robots in the factory weld the parts of @a {vehicle}.
The engineers tested the {d} with new {software.s}.
They drank {drink} and talked about {idea}.
# school | 5 | h=name f=name j=subject p=profession | acting comparing things describing
> The {j} lesson began {clocktime}, and {h} was late.
> {h} goes to school in {town} and likes {j} best.
> The teacher wrote a sentence about the {animal} on the blackboard.
> {h} and {f} sat in the {ordinal} row and listened.
> Before the exam in {j} {h} could not sleep.
The teacher explained the exercise, and the pupils wrote it down.
{f} had forgotten {f.his} {schoolthing} and borrowed one from {h}.
"What is the capital of {c=country}?" asked the teacher. "{c.capital}," said {h}.
The pupils learned that {c=country.capital} is the capital of {c}.
The plural of {x=thing} is {x.s}, the teacher said.
Good, better, best: the pupils repeated it {number} times.
The past of {v=action} is {v.ed}, wrote {h} in {h.his} notebook.
{h} got the {ordinal} prize in {j}.
Each child drew @a {shape} and painted it {colour}.
The teacher was {mood} and gave no homework.
During the break the boys and girls played {gamekind}.
{f} wants to become @a {p}, and {h} wants to become @a {profession}.
@a {p} must be able to {p.job}, the teacher explained.
The school has {number} classes and a large library.
In {j} they learned about {metal} and {gas}.
{h} solved the problem {manner}, and {f} checked it.
The students of the university read books on {j} and {j}.
The professor gave a lecture on {idea} and {idea}.
The examination was harder than the homework.
A poem about {weather} and {idea} was learned by heart.
The class went to the museum and saw {number} old {instrument.s}.
The bell rang, and the pupils packed their {schoolthing.s}.
Children who read a lot write better.
The pupil matched each word with its picture.
Match the animals with their homes, said the exercise in {j}.
# law | 3 | h=name f=name o=office k=crime | acting comparing describing things
> The police in {town} were looking for a thief.
> {h} {surname} was accused of {k}, but {h.he} said nothing.
> In {month} the people of {town} voted for a new {o}.
> The newspaper wrote about the {k} in {town}.
> The {o} gave a speech about {idea} in front of the {building}.
The witness had seen @a {colour} {vehicle} near the {building}.
The judge read the verdict, and {h} was {mood}.
The detective found @a {garment} and @a {thing} in the {room}.
Lawyers spoke for {number} hours about the {k}.
The {o} won the election by {number} votes.
{f} wrote an article about the {o} for the newspaper.
The parliament passed a law against {k}.
Soldiers guarded the {building} during the war.
Peace was made in {month}, and the army went home.
The thief hid the {treasure} under @a {tree}.
The police officer asked where {h} had been on {day}.
The fingerprints match those on the {thing}.
Citizens asked for {idea} and {idea}.
The prison is behind the {building}, by the river.
The {o} shook hands with everyone and smiled at the cameras.
A crowd of {number} thousand people marched through {town}.
Nobody believed {h}, except for {f}.
The {o} promised lower taxes and better schools.
They sealed the door of the {room} until the police came.
The stolen {instrument} was found in {c=country.capital}, {c}.
The {k} was solved because of one small {schoolthing}.
The policeman blew his whistle, and the policewoman stopped the traffic.
# theatre | 4 | r=stage n=name s=role | comparing acting describing things
> The {r} waited behind the curtain of the {r.place}.
> The new play in {town} is about @a {s} and {s.his} {s.thing}.
> The {r} had played {number} parts in one year.
> Before the show the {r} lost {r.his} {r.thing}.
> {n} bought a ticket because {n.he} admired the {r}.
{r.he} learned {r.his} lines in {number} days.
The {r} {r.deed.ed}, and the audience clapped.
In the {ordinal} act the {s} says goodbye to the {s.pair}.
The film was shown in {number} cinemas.
The director asked the {r} to speak louder, and {r.he} did.
The stage was dark except for one {colour} lamp.
The critics praised the {r} and {r.his} {virtue}.
The {r} played @a {s}, and the {r.pair} played @a {s.pair}.
The curtain fell, and the {r} took a bow.
{r.he} wore @a {colour} {garment} made of {cloth}.
The audience laughed when the {s} began to {s.deed}.
@a {instrument} played a sad {tune} behind the stage.
The {r} forgot a word, and somebody whispered it to {r.him}.
"I was born on the stage," said the {r} about {r.himself}.
Tickets were sold out within {number} hours.
The {r} and the {r.pair} are friends in real life.
In the last scene the {s} finds the {treasure}.
{n} waited at the door to speak with the {r}, and {r.he} was kind.
The play was {q=quality.er} than the book.
The {r} won an award for {r.his} part as @a {profession}.
As @a {r.man} of {number} {r.he} still plays young parts.
`;
