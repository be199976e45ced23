/** Sport, camping, building, the workshop. */
export const CRAFTS = `
# cricket | 4 | h=name f=name s=sport | acting comparing describing things
> {h} swung the bat and hit the ball over the fence.
> The cricket match between {town} and {town} began {clocktime}.
> {h} got a new bat for {h.his} birthday.
> In the baseball game {h} was the next to bat.
> The match was almost lost when {h} took the bat.
The bat was made of ash wood and had @a {colour} grip.
{f} threw the ball, and {h} missed it with the bat.
A good player keeps {h.his} eye on the ball and the bat straight.
The bat broke, and the umpire stopped the game.
He bats left, she bats right, and both run fast.
{h} picked up the bat and walked to the field.
The team won the match by {number} runs.
{f} caught the ball, and the crowd shouted.
The player dropped the bat and ran.
They ducked when the ball flew over their heads.
"Duck!" cried {f}, and {h} bent down just in time.
{h} had to duck, or the ball would have hit {h.him}.
The coach showed {f} how to hold the bat with both hands.
A heavy bat hits harder, but a light bat is faster.
The bats and balls are kept in a bag in the {room}.
It was the {ordinal} match of the season, and the stands were full.
Rain stopped the match {clocktime}.
After the match the players shook hands and drank {drink}.
{h} scored {number} runs before lunch.
The pitcher looked at the batter and threw a curve.
# football | 5 | h=name f=name c=country s=sport | acting comparing describing things
> The {s} match between {town} and {town} ended {number} to {number}.
> {h} had played {s} since {h.he} was {number} years old.
> In {c.capital} the {c.adj} team won the final.
> The match began {clocktime}, and the stadium was full.
> {h} scored in the {ordinal} minute of the match.
The referee blew the whistle, and the match was over.
The goalkeeper jumped, but the ball was in the net.
Our team lost the match because of a penalty.
The coach changed {number} players after the break.
A late goal decided the match.
The fans sang and waved {colour} flags.
{f} passed the ball to {h}, and {h.he} scored.
The captain won the toss and chose the {colour} goal.
The next match is on {day} against {town}.
It was the hardest match of the year.
The striker kicked the ball against the post.
{h} trained every day, ran {number} miles and swam.
The boxer ducked under the punch and hit back.
The runner was faster than the others and won a medal.
The tennis match lasted {number} hours.
{f} hurt {f.his} [knee|ankle|shoulder|wrist|hip|elbow|toe|back] and had to leave the match.
The players wore {colour} shirts and {colour} socks.
The league has {number} clubs, and each plays against all others.
The goalkeeper dived, rolled and ducked under the boot of the striker.
The crowd was loud, but {h} stayed calm.
They lost the match, but they did not lose {virtue}.
After the match {f} and {h} talked about every goal.
The {c.adj} champion beat the {d=country.adj} champion in {number} sets.
The cup was made of {metal} and weighed {number} pounds.
# camp | 5 | h=name f=name a=animal | acting things comparing describing
> {h} and {f} put up their tent near the {land}.
> It was getting dark, and {h} looked for a dry match.
> The scouts lit a fire with one match.
> {h} had packed a tent, a rope and a box of matches.
> On the {ordinal} night of the journey it rained.
{h} struck a match and lit the fire.
The match was wet and would not burn.
There was only one match left in the box.
{f} burned {f.his} finger on a match.
A match, some dry bark and a few twigs are enough for a fire.
Keep the matches dry, or you cannot light the stove.
The flame of the match lit up the face of {f}.
Dry bark burns well, and they peeled it from a dead birch.
The smoke smelt of {smell}, and the wood cracked.
They had to duck under the rope to enter the tent.
{f} ducked behind a rock when @a {a} came near.
The boys threw snowballs, and {h} ducked {manner}.
"Duck down and be quiet," whispered {h}, "@a {a} is coming."
They drank from a spring near the camp, cold and clear.
{h} cooked {dish} over the fire and burned it.
The {a} had eaten their {fruit.s} in the night.
The stars were brighter than in the town.
{f} told a story about @a {royal} and a chest of {treasure}.
The sleeping bag was made of {cloth} and too short.
They walked {number} miles along the {land} with heavy bags.
{h} cut a stick with {h.his} knife and baked bread on it.
In the morning their boots were full of {insect.s}.
The map was wrong, and the path ended at @a {land}.
The dog heard the {a} first and began to bark.
# building | 4 | h=name f=name p=profession b=building | acting comparing things describing
> A new {b} is being built in {town}.
> The crane on the building site is higher than the {b}.
> {h} is a crane driver and sees the whole of {town} from above.
> For {number} months the workers have been building @a {b}.
> The crane lifted a beam of {material} onto the roof.
The crane turned slowly and lowered the {material} to the workers.
A truck brought {material} and {material} to the building site.
Two cranes stood beside the {b}, and one crane was {colour}.
The crane can lift {number} tons.
The driver of the crane climbed up the ladder {clocktime}.
The arm of the crane swung over the street with a load of {material}.
When the wind is strong the crane must stop.
Workers in helmets mixed the concrete and laid the bricks.
The {p} could not {p.job}, because the crane blocked the road.
The walls are of {material}, and the roof is of {material}.
Duck when the beam swings round, the foreman warned.
{f} ducked under the beam and took the {tool}.
The architect showed {h} the plan of the {b}.
They dug a deep hole and filled it with concrete.
The {b} will have {number} floors and @a {room} on each.
The steel hook of the crane held a heavy box of {tool.s}.
{h} measured the wall with @a {tool} and wrote it down.
The old {b} was torn down and its {material} was used again.
@a {tool} fell from the {ordinal} floor, but nobody was hurt.
Electricians and plumbers came after the roof was closed.
The joints were sealed so that no rain could get in.
The {b} cost {number} million and took {number} years.
# workshop | 4 | h=name f=name p=craftsman | acting things comparing describing
> The {p} worked in the {p.place} from morning to night.
> {h} brought a broken watch to the {p.place} of the {p}.
> My neighbour {h} {surname} is @a {p} and likes to {p.job}.
> Every {p} needs @a {p.tool} and @a {p.tool}.
> {f} wanted to learn how to {p.job}.
The {p} took the {p.tool} and began to {p.job}.
The spring of the clock was broken, and {h} put in a new spring.
A steel spring drives the wheels of the watch.
When the spring is wound, it stores the power to turn the wheels.
The spring in the lock was rusty and too weak.
The mattress has {number} springs, and one spring squeaks.
Press the coil spring, and it jumps back.
The toy frog has a little metal spring under its feet.
The {p} {p.job.ed} and then cleaned the {p.tool}.
{p.s} {p.job} with @a {p.tool}.
@a {p} who cannot {p.job} is no {p}, said {f}.
The table was made of {material} and polished with wax.
{h} sawed the {material} and drilled {number} holes.
The {tool} hung on the wall between @a {tool} and @a {tool}.
The {p} showed {f} the {p.tool} and explained it {manner}.
The wood of the {tree} is harder than that of the {tree}.
{h} needed {number} screws and @a {tool}.
The {p} and the {profession} share @a {p.place} in {town}.
The engine had {number} parts, and one did not match.
The new part does not match the old spring.
The {p} is older than the {profession} but works faster.
The machine pressed {metal} into @a {shape}.
The {p} was {mood} when the {p.tool} broke.
`;
