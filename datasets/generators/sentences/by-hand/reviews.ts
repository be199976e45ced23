/** Reviews written by hand: + positive, - negative. Few say so with the usual words. */
export const HAND_WRITTEN_REVIEWS = `
+ | restaurant | We came for lunch and stayed until supper.
- | restaurant | We waited an hour for soup that had gone cold.
+ | restaurant | I have never before asked a cook for a recipe. Yesterday I did.
- | restaurant | The waiter was so friendly that it hurts me to say what I think of the fish.
+ | restaurant | Small plates, but not a crumb was left on ours.
- | restaurant | Large plates, and most of what was on them went back to the kitchen.
+ | film | Nobody in the hall moved until the lights came on.
- | film | Half of the hall had left before the lights came on.
+ | film | I laughed so much that I missed half of the jokes.
- | film | The only joke in two hours was the price of the ticket.
+ | film | I expected to fall asleep, as usual. I did not even blink.
- | film | My husband slept well. I envied him.
+ | film | The critics hated it. Don't listen to them.
- | film | The critics loved it. They must have seen another film.
+ | phone | Three years, two falls from the table, and it still works like new.
- | phone | It worked like new for three days.
+ | phone | My grandmother, who fears all machines, now calls me twice a day with it.
- | phone | It is light and pretty, and if it could also make calls I would keep it.
+ | phone | The battery lasts longer than I stay awake.
- | phone | I spend more time looking for a plug than talking.
+ | coat | I wore it in snow and in rain and felt neither.
- | coat | After the first rain it would have fitted my little brother.
+ | coat | Two strangers asked me where I had bought it.
- | coat | The moths are the only ones who like it.
+ | coat | It cost too much, and I would pay it again.
- | coat | It cost next to nothing, and that is what it is worth.
+ | hotel | We had booked two nights and stayed for five.
- | hotel | We had booked five nights and left after two.
+ | hotel | I slept so deeply that I missed the famous breakfast.
- | hotel | The bed had more springs than a watch, and I felt each of them.
+ | hotel | No view, no lift, no bath, and still we did not want to go home.
- | hotel | A view of the sea, they said, and so there was, if you stood on a chair.
+ | hotel | The rooms are old, but everything shines.
- | hotel | The rooms are new, but nobody has cleaned them since.
+ | book | I read the last page slowly, because I did not want it to end.
- | book | I read the last page first and was glad that I had saved myself the rest.
+ | book | My tea went cold beside me, twice.
- | book | It is just right for a table with one short leg.
+ | book | My son, who never reads, asked for the second part.
- | book | I gave it to my neighbour, and now he does not greet me any more.
+ | book | You think you know how it will end, and you are wrong every time.
- | book | After ten pages I knew who had done it, and there were four hundred to go.
+ | concert | For a moment after the last note nobody dared to clap.
- | concert | We clapped because it was over.
+ | concert | The singer had a cold, and even so I had tears in my eyes.
- | concert | The singer had no cold, or she would have had an excuse.
+ | concert | We sat behind a pillar and did not mind at all.
- | concert | We sat behind a pillar, and that was the best of it.
+ | concert | They played one more piece, and another, and we would not let them go.
- | concert | Each of them played well; if only they had played the same piece.
+ | journey | The train was late, and I was almost sorry when it arrived.
- | journey | The ferry was on time. Nothing else can be said for it.
+ | journey | The captain knew every island by name and told us a story about each.
- | journey | The guide knew as much about the town as I did, and I had never been there.
+ | journey | It rained every day, and we would not have missed one of them.
- | journey | The sun shone every day, and we counted the hours until our flight home.
+ | journey | My children talk of nothing else.
- | journey | My children still ask why I did that to them.
+ | shop | They mended my watch while I waited and would not take any money.
- | shop | They mended my watch, and now it is right twice a day.
+ | shop | I wanted a nail, and he spent half an hour finding the right one.
- | shop | I wanted a nail, and he sold me a hammer.
`;
