/**
 * Sentences that fit into documents of many topics: what people do (verbs in all forms), how things
 * compare (adjectives in all degrees), one thing and many (nouns in both numbers).
 *
 * h is the person a document is about, f the friend. The format is that of read-topics.ts.
 */
export const SHARED = `
# acting
Yesterday {h} {v=action.ed} {v.how}.
Every [day|week|Sunday|evening] {h} {v=action.es} {v.how}.
{h} [likes|hopes|plans|wants] to {v=action} {v.how}, and {f} [likes|hopes|plans|wants] to
 {w=action} {w.how}.
Now {h.he} is {v=action.ing} {v.how} again.
{f} has never {v=action.en} {v.how} before.
While {h} was {v=action.ing} {v.how}, {f} {w=action.ed} {w.how}.
{clocktime} {h.he} {v=action.ed} {v.how}.
{h} had to {v=action} {v.how} because of the {weather}.
They {often} {v=action} {v.how} on {day}.
Tomorrow {h.he} will {v=action} {v.how}, if the {weather} stops.
{f} did not want to {v=action} {v.how}, so {h} did it alone.
"Do not {v=action} {v.how}," said {f} to {h}.
{h} {manner} {v=action.ed} {v.how} and then {w=action.ed} {w.how}.
{f} used to {v=action} {v.how}, but now {f.he} {often} {w=action.es} {w.how}.
Two [men|women|boys|girls|strangers|children] were {v=action.ing} {v.how}.
{h.he} [began|tried|wanted|decided|learned] to {v=action} {v.how}.
{h} has {v=action.en} {v.how} since {month}.
It was too [late|dark|cold|hot] to {v=action} {v.how}.
When the {sound} was heard, {h} stopped {v=action.ing} {v.how} and {w=action.ed} {w.how}.
{f.he} [enjoyed|hated|remembered|avoided] {v=action.ing} {v.how}.
Nobody {v=action.es} {v.how} as {manner} as {f}.
Last {month} {h.he} {v=action.ed} {v.how} for the {ordinal} time.
"I have {v=action.en} {v.how}," {f} said, and {h} {w=action.ed} {w.how}.
{v=action.ing} {v.how} is [hard|fun|a pleasure|not easy|good for you], said {h}.
{h} and {f} are {v=action.ing} {v.how} [today|this {time}|together|right now].
After {v=action.ing} {v.how} {f} was too tired to {w=action} {w.how}.
{h.he} spent the {time} {v=action.ing} {v.how}.
{f} saw {h} {v=action.ing} {v.how} and {w=action.ing} {w.how}.
Who is {v=action.ing} {v.how}? It is {h}, {v.ing} as {manner} as ever.
{f} {v=action.es} {v.how}, {h} {w=action.es} {w.how}.
{h} {v=action.ed} {v.how} a [week|year|month|day] ago.
Then {f.he} {v=action.ed} {v.how}, and so did {h}.
Suddenly {h} {v=action.ed} {v.how}.
The {relation} {v=action.ed} {v.how}, too.
{f} must {v=action} {v.how}, and {h} must not {w=action} {w.how}.
Can you {v=action} {v.how}? Yes, but {f} cannot.
Let us {v=action} {v.how} and {w=action} {w.how}.
She is {v=action.ing} {v.how}, and he is {w=action.ing} {w.how}.
Before {v=action.ing} {v.how} one should think, said the {relation}.
# comparing
No {q=quality.of} is {q.er} than the {q.of} of {f}.
{f} asked for @a {q=quality.er} {q.of}, because this one was not {q} enough.
The {q=quality.of} of {h} is {q.er} than that of {f}, but the {q.est} {q.of} belongs to {surname}.
It could not have been @a {q=quality.er} {q.of}.
{q=quality} and {q.opp}, {q.er} and {q.est}: {h} used all these words for @a {q.of}.
The {q=quality.est} {q.of} is not always the best one.
Day by day the {q=quality.of} grew {q.er} and {q.er}.
{h} looked for the {q=quality.est} {q.of} and found only @a {q.opp} one.
This {q=quality.of} is {q.er} than that one.
It was the {q=quality.est} {q.of} in the whole [town|country|street|valley|world].
The {q=quality.of} was {q}, but the {q.of} was even {q.er}.
They had never seen @a {q=quality.er} {q.of}.
{h} wanted @a {q=quality} {q.of}, not @a {q.opp} one.
Some say that a good {q=quality.of} must be {q}; others prefer it {q.opp}.
The {q=quality} {q.of} and the {q.opp} {q.of} stood side by side.
Each [year|winter|summer|month] the {q=quality.of} seemed {q.er} to {h}.
Is the {q=quality.of} {q.er} than the {q.of}?
"How {q=quality} the {q.of} is," said {f}, "and how {q.opp} it could be!"
# things
This {x=thing} is in the {x.spot}.
These {x=thing.s} are in the {x.spot}.
There was @a {x=thing} by the {x.spot}, and there were many {x.s} near it.
Is there @a {x=thing} in the {x.spot}? Are there any {x.s} at all?
Every {x=thing} was {colour}; all those {y=thing.s} were {colour}.
{h} has {number} {x=thing.s}, but {f} has only one {x}.
One has to {x=thing.use} @a {x} from time to time.
One has to {x=thing.use} {x.s} from time to time.
Each {x=thing} has its {x.spot}, and most {x.s} stay there.
Few {x=thing.s} are as {trait} as this {x}.
That {x=thing} belongs to {h}. Those {y=thing.s} belong to {f}.
"Where is my {x=thing}?" asked {h}. "With the other {x.s}, by the {x.spot}."
How many {x=thing.s} do they have? They have {number} {x.s}.
{h} wanted to {x=thing.use} the {x}, as one does with {x.s}.
They will {x=thing.use} some {x.s} and then {y=thing.use} @a {y}.
Two {x=thing.s} were found by the {x.spot}, but only one {y=thing} by the {y.spot}.
Another {x=thing} would be better than so many {y=thing.s}.
{f} wants to {x=thing.use} both {x.s}, not just one {x}.
# describing
{h} was known as @a {trait} and {trait2=trait} {h.man}, and so was {f}.
The {trait} {relation} of {h} is @a {trade} in {town}.
{f} {surname} from {town} spoke {adverb} about {idea}.
@a {trade} and @a {trade} were talking about {idea} and {idea}.
{h} thought that {virtue} was better than {virtue}.
What @a {trait} {time}, thought {h}, and looked at the {weather}.
It was @a {trait} {time} for {h} and @a {trait} one for {f}.
The {relation} of {f} dreams of becoming @a {trade}, but lacks {virtue}.
{h} told {f} about {h.his} {hobby}, and {f} listened {adverb}.
Mr {surname}, @a {trade} of {town}, is @a {trait} man.
Mrs {surname}, @a {trade} of {town}, is @a {trait} woman.
{f} found the [idea|plan|answer|letter|news] {trait} and said so {adverb}.
{adverb} and without a word {h} gave the {x=thing} to the {trait} {relation}.
One needs {virtue} and {virtue}, said the {trade}, and {h} agreed.
The {ordinal} time {h} saw {f}, {f.he} looked {trait}.
@a {trait} [silence|laugh|smile|rumour|story] went through the room.
Not every {trade} is {trait}, and not every {trait} person is @a {trade}.
"How {trait} you are [today|again|this {time}]," said {h} to {f}.
{h} keeps @a {pet} at home, and the {pet} is {trait}.
The {pet} of {f} is {trait}, but the {pet2=pet} of {h} is {trait}.
The [museum|library|archive|club] of {town} owns @a {rarity} and @a {rarity}.
@a {rarity} was sold in {town} for {number} coins.
In {h.his} {room} {h} kept @a {rarity} that had come from the {relation}.
{h} {deed.ed} {adverb}, but {f} [only|just|hardly] {deed.ed}.
{f} looked {adverb} at the {rarity} and {deed.ed}.
When {h} {deed.ed}, everyone else {deed.ed} too.
"Why do you {deed}?" asked {f}, and {h} {deed.ed} even more.
{f} seldom {deed.es}, whereas {h} {deed.es} every {time}.
{h} {surname} {deed.ed} as if [nothing had happened|it were {day}|{f} could not see it].
{h} had a book about @a {beast} and @a {beast}, and {f} had one about {beast.s}.
Can @a {beast} [swim|climb|fly|jump], asked {f}, and which is {trait}?
{f} dreamed of @a {beast} that [could speak|wore @a {garment}|ate {sweet}].
{h} offered {f} some {sweet} and a piece of {sweet}.
For {sweet} {h} would [walk a mile|give a lot|sell @a {rarity}|get up {clocktime}].
{h} studied {science}, and the {relation} of {f} studied {science}.
A book on {science} lay open beside the {rarity}.
The {trade} {verb3=treat.ed} the {rarity} before anyone could {treat} it.
{f} {treat.ed} and {treat.ed} the {rarity} until it was {trait}.
"Never {treat} @a {rarity}," warned the {trade}.
# frames
As {f} [said|knew|explained|noticed|told {h}|had heard], *
{f} [said|knew|thought|noticed|wrote|believed|explained|remembered] that *
In {town}, as {f} [said|wrote|remembered], *
[Perhaps|Of course|Indeed|No doubt|In fact|As usual|Once more|This time] *
{h} and {f} [agreed|noticed|were sure|had been told|could see] that *
According to the {trade}, *
"[You know|Listen|Believe me|Remember]," said {f} [to {h}|{adverb}|], "*"
The {trait} {relation} of {h} [says|believes|repeated|was certain] that *
`;
