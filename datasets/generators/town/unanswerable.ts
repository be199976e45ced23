/**
 * Questions about the town that none of its passages answers, although many words in them occur
 * there. A system that quotes must learn from these when to say that it does not know.
 */
import { logicalLines } from "../lexicon";

export const UNANSWERABLE: readonly string[] = logicalLines(`
How many people live in Quillmouth today?
Who is the mayor of Quillmouth at present?
What colour is the flag of Quillmouth?
What is the postal code of the harbour quarter?
At what hour does the library close on Saturdays?
What was the name of the ferryman's dog who drowned in the Great Flood?
How deep is the water under Lantern Bridge in summer?
What is the average temperature on the Anvil in May?
Which newspaper does the keeper of the Blue Heron read?
How much does a night in the best room of the Three Lanterns cost?
What was the first name of Conrad Alder's wife?
How many grandchildren did Esther Webb have?
Which illness did Walter Dixon die of?
What did Cornelia Perry like to eat for breakfast?
Where did Rosalind Thorne buy her camels?
Which university did Flora Dunmore attend?
What colour were the eyes of Agnes Quarrell?
Who won the Bell Race last year?
How many visitors came to Lantern Night last autumn?
What does the water of Heron Pond weigh?
How long is the River Quill from spring to mouth?
Which bird has the largest nest in Ghost Wood?
When will the next bridge over the river be built?
How much did it cost to build the Bell Tower?
What is the telephone number of the fire brigade?
Which songs are on the programme of the Choir of the Deep this winter?
Who painted the walls of the kitchen in the Paper Moon?
What is the shoe size of the sweeps who dance on Chapel Hill?
How fast can Tram Two go on a straight piece of rail?
What time does the first tram leave on New Year's Day?
Is there a swimming pool for babies in the Bath House?
How many kilograms of rye bread does Barlow's Oven sell in a week?
What is the maiden name of the woman who owns the Tin Soldier?
Which football club does the town support?
Who invented the machine that mows the school field?
What grade did Henrietta Dixon get in mathematics?
How many windows does the Glass Theatre have?
Which film was shown first in the cinema of Quillmouth?
Where can I repair my computer in Quillmouth?
What is the speed limit on King's Road?
Which doctor treats children in the Fever Hospital now?
How many letters does the Post Office deliver in December?
What is the recipe for the dough of moon rolls in grams?
Who was the tallest player of the town's basketball team?
In which year did the airport of Quillmouth open?
What language do the people on the islands to the south speak?
Who teaches chemistry at the Girls' School?
What is the price of a litre of milk at the Honest Scale?
How old is the youngest member of the Stamp Circle?
Which insurance company paid after the Storm of Doors?
What did the duke of the Salt War say when he died?
How many teeth does Old Barnacle have?
What is the blood group of Sabina Brooks?
When did the captain of the Blue Anchor get married?
Which company made the engine of the Copper Swan?
What was the weather like on the day of the Founding?
Who sings the lead in the next opera at the market?
How tall is the mayor's eldest daughter?
What is the area of the Long Marsh in football fields?
Which street has the highest rents in Quillmouth?
Who sells the best bicycles in the west quarter?
Where do the dentists of Quillmouth spend their holidays?
`);
