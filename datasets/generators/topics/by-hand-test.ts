/**
 * Documents written by hand for the test split of the topics data set: the hardest in it.
 *
 * Many say nothing that names their topic, or borrow the words of another one on purpose (a
 * surgeon's orchestra, a striker's price). Scores on them are reported apart from the rest.
 *
 * A block per document: a line "topic | title", then the text.
 */
export const HAND_WRITTEN_TEST = `
space | Nobody can hear you
It had taken six hours to change a part the size of a shoebox, in gloves as thick as oven mitts,
with the sun rising every ninety minutes. He asked for two more minutes, just to look down.

space | A wobble
No one has ever seen the thing itself. But its star sways a little, towards us and away, every
eleven days, and something must be pulling at it.

space | Lost and found
Contact broke off in June. In September a student, looking through old pictures for something else,
noticed a bright speck beside a crater and the long shadow of three legs.

space | The ring
Seen edge on, they vanish: for all their width, they are no thicker than a house. Ice, mostly, from
grains of sugar to lumps like a bus, each in its own round, for ever falling and never landing.

space | A taste of home
She had been up there for five months when the supply ship brought fresh onions. The whole crew
stood around them, or rather floated, and nobody spoke until the last one was gone.

space | Old light
What you see tonight set out before there were people. The thing that sent it may have gone out
long ago, and the news of that would still be on its way.

space | The slow return
To come home from there you have to wait almost a year for the two worlds to line up again. It is
not the distance that keeps you, but the calendar.

space | A cold record
In a hollow near the south pole, where no sun has reached for two billion years, the probe measured
a temperature lower than anything known so far out. If there is ice, it lies there.

cooking | How to tell
Knock on the bottom. If it sounds hollow, it is done. If it does not, give it ten more minutes, and
do not open the door before that, however good it smells.

cooking | The first time for guests
Three of them did not eat meat, one was allergic to nuts, and the fourth brought his children. What
saved the evening was a big pot, a lot of rice, and a lie about where the dessert came from.

cooking | The colour of caramel
It goes from gold to brown in the time it takes to answer a question. Have everything ready, keep
water away from it, and trust your nose more than the clock.

cooking | A quick cure for a bad sauce
If it has split, do not panic and do not beat it harder. Take a clean bowl, one more yolk, and add
the failed one to it drop by drop, as if you had all day.

cooking | Market day
I go without a list. Whatever looks as if it had been in the earth this morning comes home with me,
and only then do I begin to think about the evening.

cooking | The star he gave back
He had worked sixteen hours a day to win it and did not sleep for fear of losing it. Now there are
nine tables, one menu, and on Mondays he grills sardines for his friends.

cooking | Pressure
The lid locks, the little weight begins to dance, and beans that would have taken all afternoon are
soft in twenty minutes. My aunt never trusted it and stood in the hall until the hissing stopped.

cooking | Rest
Wait. Cut into it now and all the juice runs out over the board. Ten minutes under foil, and it
stays where it belongs.

football | The last one to walk
Four had scored and four had missed. He put the ball down, took five steps back, and noticed for
the first time how small the space beside her really was.

football | Number ten
He never ran much. He stood about with his hands on his hips, looked bored, and then put it through
a gap that nobody else in the stadium had seen.

football | A price on his head
Forty million, the papers wrote, payable in three parts, with a share of any later sale. He was
nineteen and had started eleven times. His old school got new changing rooms out of it.

football | Bottom of the table
They had not won since the leaves fell. Before the kick-off the captain read out the names of
everyone who had paid to come, all three hundred and twelve, and then they went out and lost again.

football | Torn
He heard it before he felt it, a sound like a string breaking, and lay down on the grass. Nobody
had been near him. Nine months, they said, and perhaps not at the same speed.

football | The wall
Six of them, arms linked, jumped when he struck it. He had bet on that. It went along the ground,
under their boots, and into the corner while the keeper was still looking at the sky.

football | Sundays at eleven
The nets have holes, the lines are crooked, and one side is always a player short. Afterwards
everyone goes to the same bar, and by the third round it was never offside.

football | A whistle too late
The scorer had already pulled off his shirt and was lying under five others when the flag was seen.
Nothing to nothing, then, and seven minutes for all the arguing.

music | Before the concert
Backstage somebody was humming, somebody else kept wiping his palms on his trousers. Then the lights
went down, the A of the oboe came through the curtain, and every cough in the house stopped.

music | Left hand
After the accident he learned everything again with the wrong one. There is more written for it
than you would think, and some of it sounds as if there were three.

music | The drummer's joke
Everyone else may be late, he says. If I am late, it is the others who were early.

music | Four people, sixteen strings
They have shared hotel rooms for thirty years and no longer speak at breakfast. In the evening they
breathe together, and a raised eyebrow is enough to change the end of a phrase.

music | An organ in pieces
It came out of the church in eleven hundred parts, each with a number. Mice had nested in the wind
chest, and the largest pipe, as long as a bus, had served somebody as a flower bed.

music | What the conductor does
He makes no sound at all. Ask those who sit in front of him, and they will tell you that with one of
them the slow part takes eleven minutes and with another it takes fourteen.

music | A hit, by accident
The chorus was there only because they had forgotten the words. The label hated it, the radio played
it once by mistake, and by summer every wedding in the country was shouting along.

music | Learning it late
At sixty she bought a cello, because her mother had said she had no ear. For a year the dog left the
room. Now it stays for the slow ones.

medicine | The hand-over
Bed four slept badly, bed six wants to go home, and bed nine must not eat. In ten minutes one team
tells the other what it needs to know for the night, and what it forgets will be missed by morning.

medicine | Second opinion
The first one had said there was no hurry, the second that there was no time. She put the two
pictures side by side on the kitchen table and tried to see what they saw.

medicine | An orchestra in green
Everyone has a part, and nobody speaks unless it is needed. The one who leads holds out a hand
without looking up, and the right instrument is in it.

medicine | Washing hands
He counted who fell ill and who did not, and in which ward, and drew the only possible conclusion.
His colleagues, who were asked to use a basin between one mother and the next, felt insulted.

medicine | The cold chain
From the factory to the last village it must never get warmer than a refrigerator. On the final
stretch it travels by donkey, in a box of ice, and forty arms are waiting in the shade of a tree.

medicine | Numbers on a screen
The upper line jumps, the lower one rolls. As long as both go on like that, the night nurse can do
her papers. It is the silence between two beeps that makes her look up.

medicine | Not in the book
The rash came and went, the knee swelled, and all values were normal. It was a student who asked
whether he had been walking in the woods.

medicine | Phantom
It itches, he says, between toes that were taken off in March. A mirror helps: he scratches the
other foot, looks at its reflection, and for an hour there is peace.

finance | The envelope system
Rent in the first, food in the second, and whatever was left in the one marked sea. By the twentieth
she used to borrow from the sea.

finance | A handshake in the pub
He wanted a tenth of the firm, she offered a twentieth and a seat at the table. They met in the
middle. Nine years later his part paid for the pub.

finance | Rounding
A fraction of a penny, dropped from every sum and moved somewhere else, is missed by no one. After
two years it was a house with a pool, and an inspector who liked arithmetic.

finance | When the music stopped
Everyone had sold the risk on to somebody else, and slept well because of it. Then one morning they
all wanted to know who was holding it, and the telephones were not answered.

finance | A healthy patient
The figures were good, the doctor in charge of the books said, and the growth was only natural. He
had been asked by those whom he examined, and they had paid him.

finance | The price of bread
On Monday a loaf was four thousand, on Friday nine. People were paid at noon and ran to the shops,
for by evening the same notes would buy half as much.

finance | Penalty
Three days late, and they took thirty-five for it, then interest on the thirty-five, and then
another thirty-five because the first had left too little. On the telephone a
recorded voice was sorry.

finance | No reason at all
It fell by a fifth within ten minutes and climbed back before lunch. Machines had been selling to
machines, and for a moment not one of them had wanted to be the buyer.
`;
