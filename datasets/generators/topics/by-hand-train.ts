/**
 * Documents written by hand for the training split of the topics data set.
 *
 * They avoid the words that give a topic away at once, and lean on words that several topics share
 * (star, pitch, stock, scale, interest, pressure, record, recovery).
 *
 * A block per document: a line "topic | title", then the text.
 */
export const HAND_WRITTEN_TRAIN = `
space | Waiting for a gap in the clouds
The count stopped with nine seconds left, and nobody in the control room said a word. A valve had
reported the wrong pressure. They would try again on Thursday, when the wind was expected to drop.

space | Mail from far away
The signal is weaker than the light of a refrigerator bulb seen from another continent, and it
arrives four hours old. Still, every night a huge dish in the desert turns towards it and listens.

space | The longest day
On that world a single day lasts longer than a whole year. If you could stand the heat and the
weight of the air, you would see dawn twice before your first birthday, and never once a moon.

space | Dust
The new arm scooped up less than a spoonful, sealed it in a tube and dropped the tube on the
ground. Another machine, not built yet, is supposed to pick it up and carry it home.

cooking | My grandmother measured nothing
She worked by hand and eye: flour until the sticky mass let go of the bowl, a rest under a towel,
and then patience. I bought a scale, wrote everything down, and mine still comes out flat.

cooking | Too much salt
You cannot take it out again, whatever people say about potatoes. What helps is more of everything
else, or something sour, and the courage to call it a new recipe.

cooking | Sunday stock
Keep the bones and the tops of the leeks. Cover them with cold water, bring it slowly to a tremble,
never to a boil, and leave it alone for an afternoon. By evening the house smells of winter.

cooking | A note on knives
A dull blade slips, and that is when people get hurt. Hold the onion with bent fingers, let the
edge do the work, and do not look up when the telephone rings.

football | Ninety-third minute
Half the stand had already left for the train when the ball came over one last time. He met it
without looking. Nobody who stayed remembers the walk home.

football | The new arrival
He cost more than the whole bench together and spent October watching from it. "I came here to
play," he told a reporter, and the manager, reading this at breakfast,
smiled and left him out again.

football | What the referee saw
From where she stood there had been contact, and she pointed to the spot. On the screen, an hour
later, one could see that he had begun to fall before anybody touched him.

football | A pitch in the rain
The groundsman had rolled and drained it since dawn. By the second half it was a lake with lines
on it, passes stopped dead in the puddles, and both sides agreed to a draw without saying so.

music | Third desk, left
You count two hundred silent bars, then come in softly on one note, together with eleven others.
If it goes well, nobody will know that you were there. If you breathe at the wrong moment, all will.

music | The record my father kept
It had a scratch in the second song, so that for years I believed the line was meant to be sung
three times. When I heard her do it on stage, I was shocked that she went straight on.

music | Perfect pitch
She could not say how she did it. The kettle whistled in E flat, the neighbour's gate closed a
little below A, and a choir that sank by a quarter of a tone made her feel slightly seasick.

music | A difficult scale
Every morning before school he went up and down, slowly, both hands, thumb under, until the people
upstairs could have played it themselves. After a year the stumble at the top was gone.

medicine | The waiting room
Everyone reads the same old magazines and looks at the floor. A child coughs. When the door opens,
six heads go up, one name is called, and five heads sink again.

medicine | A very small dose
Half a milligram makes the difference between sleeping and not waking up, so two people read the
label aloud to each other, check the name on the wrist, and only then push the plunger.

medicine | Six weeks in plaster
When the cast came off, the leg was thin and pale and did not seem to be hers. The first steps
between two bars took all morning. Recovery, she was told, would be a matter of stubbornness.

medicine | The quiet pressure
Most people who have it feel perfectly well, which is the trouble. It wears down the walls of the
vessels year after year, and the first sign may be that one side of the face no longer smiles.

finance | A letter about the house
For five years the rate had been fixed and they had slept well. Now it would follow the market,
the letter said, and at the bottom stood a monthly figure that was nearly half her pay.

finance | Selling too early
He bought at eleven and was proud to be out at fifteen. A year later the same piece of paper stood
at ninety. He still tells the story, and each time the number at the end is a little higher.

finance | Interest on interest
Leave it alone for one year and you hardly notice. Leave it for forty, and most of what is there
was never put in by anybody: it grew out of what had grown before.

finance | The run
It began with a rumour and a short line in front of a branch in the north. By noon the line went
round the corner, and the only way to calm people would have been to let them all have their money.
`;
