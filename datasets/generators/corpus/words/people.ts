/** People: first names, surnames, towns, and the roles that come in pairs. */

export const MEN = `Peter, John, Thomas, Daniel, David, Michael, Paul, Henry, Jack, Simon, George,
 Martin, Robert, Adam, Oscar, Samuel, Victor, Edward, Walter, Arthur, Frank, Leo, Hugo, Oliver,
 Benjamin, Felix, Albert, Philip, Nicholas, Anton, Bruno, Carl, Eric, Ivan, Jacob, Karim, Lars,
 Marco,
 Nathan, Omar, Pablo, Ralph, Stefan, Theodore, Vincent, William, Yusuf, Andrew, Charles, Dominic,
 Ernest, Gregory, Harold, Isaac, Joseph, Kenneth, Lewis, Matthew, Norman, Patrick, Rashid,
 Stanley, Adrian, Alan,
 Alexander, Alfred, Ali, Anthony, Barnaby, Basil, Bernard, Boris, Cecil, Christopher, Clement,
 Colin,
 Conrad, Cyril, Dennis, Derek, Dimitri, Donald, Douglas, Edgar, Edmund, Emil, Enrico, Eugene,
 Fergus,
 Francis, Frederick, Gabriel, Geoffrey, Gerald, Gilbert, Gordon, Graham, Gustav, Harvey, Hector,
 Herbert,
 Horace, Howard, Hubert, Hussein, Ian, Igor, James, Jasper, Jerome, Jonathan, Julian, Keith, Kurt`;

export const WOMEN = `Anna, Mary, Sarah, Emma, Laura, Julia, Helen, Alice, Clara, Kate, Lucy,
 Nora, Ruth,
 Martha, Eva, Maria, Sophie, Jane, Rosa, Ella, Grace, Hannah, Ida, Lena, Olga, Paula, Rachel, Susan,
 Teresa, Vera, Agnes, Bella, Carmen, Diana, Edith, Fatima, Gloria, Irene, Joan, Karen, Linda,
 Monica,
 Nina, Olivia, Petra, Rebecca, Sonia, Tamara, Ursula, Violet, Wanda, Zoe, Amina, Beatrice,
 Charlotte,
 Dora, Emily, Frances, Gertrude, Harriet, Ingrid, Josephine, Abigail,
 Ada, Adela, Alexandra, Amanda, Amelia, Angela, Anita, Annabel, Antonia, Audrey, Barbara, Belinda,
 Bertha,
 Brenda, Bridget, Camilla, Caroline, Catherine, Cecilia, Christine, Clementine, Constance,
 Cynthia, Daisy,
 Daphne, Deborah, Dolores, Dorothy, Eleanor, Elizabeth, Elsa, Erica, Estelle, Esther, Ethel,
 Eugenia, Eve,
 Felicity, Fiona, Flora, Florence, Freda, Gabriela, Georgina, Gwendolyn, Hazel, Heidi, Henrietta,
 Hilda,
 Isabel, Ivy, Jacqueline, Janet, Jasmine`;

export const SURNAMES = `Smith, Baker, Brown, Clark, Cooper, Carter, Fisher, Fletcher, Foster, Gray,
 Green, Hall, Harris, Hill, Hunter, Jackson, Johnson, King, Knight, Lambert, Lawson, Marsh, Mason,
 Miller, Moore, Morgan, Murray, Nelson, Newman, Norris, Palmer, Parker, Pearson, Porter, Price,
 Reed,
 Richards, Roberts, Rogers, Russell, Sanders, Shaw, Shepherd, Simmons, Stone, Sutton, Taylor,
 Turner,
 Wagner, Walker, Wallace, Ward, Warren, Watson, Webb, Weber, Wells, Wilson, Wood, Wright, Young,
 Abbott, Barlow, Chambers, Dawson, Ellis, Fuller, Gibson, Hayes, Irving, Jennings, Kemp, Lloyd,
 Mercer, Nolan, Osborne, Quinn, Ramsey, Sharp, Thorne, Underwood, Vaughan, Whitaker, York,
 Adams, Allen, Archer, Austin, Bailey, Barker, Barnes, Bates, Bennett, Berry, Bishop, Blackwell,
 Bond,
 Bradley, Brewer, Brooks, Burton, Butcher, Byrne, Cameron, Chandler, Chapman, Cole, Collins, Cox,
 Crawford,
 Cross, Curtis, Dale, Dean, Dixon, Douglas, Drake, Duncan, Eaton, Edwards, Elliott, Evans, Farmer,
 Ferguson,
 Field, Finch, Ford, Fox, Francis, Freeman, Frost, Gardner, Garrett, Gilbert, Glover, Goodwin,
 Gordon, Graham,
 Grant, Griffin, Hamilton, Harper, Hart, Harvey, Henderson, Holland, Holmes, Hopkins, Horton,
 Howard, Hudson,
 Hughes, Humphrey, Hutton, Jenkins, Jordan, Keller, Kennedy, Knox, Lane, Lester, Lindsay, Lowe,
 Lynch, Manning,
 Marshall, Maxwell, Meyer, Mitchell, Monroe, Morris, Morton, Neal, Newton, Olsen, Owen, Page,
 Parsons, Payne,
 Perkins, Perry, Pierce, Poole, Potter, Powell, Preston, Quincy, Reynolds, Rhodes, Riley,
 Robinson, Rowe, Ryan`;

export const TOWNS = `Ashford, Bridgeton, Brookfield, Clayton, Dunmore, Eastbury, Fairview,
 Glenwood,
 Hartley, Kingsbridge, Lakeside, Longfield, Milbrook, Newport, Northgate, Oakham, Redhill, Riverton,
 Rockford, Silverdale, Southwick, Stonebridge, Thornbury, Westbrook, Whitby, Willowdale, Winfield,
 Woodstock, Yarmouth, Alderton, Birchwood, Copperfield, Deepwater, Elmswell, Foxton, Greenhill,
 Ashbourne, Barnsley, Beechwood, Blackpool, Bramley, Brighton, Bristol, Burnley, Cambridge,
 Canterbury, Chester,
 Clearwater, Coventry, Dartmouth, Derby, Dover, Durham, Exeter, Falmouth, Gloucester, Grantham,
 Halifax,
 Harrogate, Hastings, Hereford, Highbury, Ipswich, Kendal, Lancaster, Leicester, Lincoln, Ludlow,
 Maidstone,
 Margate, Newbury, Norwich, Nottingham, Oxford, Penzance, Plymouth, Portland, Preston, Ramsgate,
 Reading,
 Rochester, Rye, Salisbury, Sheffield, Shrewsbury, Southport, Stafford, Stratford, Swindon,
 Taunton, Torquay,
 Truro, Wakefield, Warwick, Wells, Winchester, Windsor, Worcester`;

/**
 * Roles that exist for both sexes. Both of a pair have the same attributes, so that what tells them
 * apart in the text is only what the pair differs in: he and she, his and her.
 */
const PAIRS: { roles: string; attributes: string }[] = [
  {
    roles: "king/queen",
    attributes: `place palace, throne room, castle; thing crown, throne, sceptre; deed rule the
 kingdom,
 wear the crown, receive the ambassadors, sign the laws; folk subjects, ministers, courtiers`,
  },
  {
    roles: "prince/princess",
    attributes: `place tower, palace garden, castle; thing little crown, white horse, ring; deed
 ride
 through the park, learn to fence, dance at the ball, inherit the throne; folk tutors, guards,
 cousins`,
  },
  {
    roles: "emperor/empress",
    attributes: `place imperial palace, great hall, capital; thing golden robe, empire, seal; deed
 rule the
 empire, send out the legions, build a city, receive tribute; folk generals, legions, slaves`,
  },
  {
    roles: "duke/duchess",
    attributes: `place estate, manor, hunting lodge; thing coach, title, jewels; deed own the
 valley,
 collect paintings, hunt in the autumn, quarrel with the neighbours; folk servants, tenants,
 guests`,
  },
  {
    roles: "wizard/witch",
    attributes: `place hut, dark forest, cave; thing broom, cauldron, spell book; deed brew a
 potion, cast a
 spell, turn mice into horses, read the stars; folk ghosts, toads, goblins`,
  },
  {
    roles: "father/mother",
    attributes: `place kitchen, house, garden; thing coat, armchair, coffee; deed cook the supper,
 read
 a story, kiss the baby, pay the bills; folk children, parents, twins`,
  },
  {
    roles: "son/daughter",
    attributes: `place nursery, house, school; thing toys, bicycle, homework; deed grow up, start
 school,
 ask for a story, resemble the parents; folk parents, classmates, friends`,
  },
  {
    roles: "brother/sister",
    attributes: `place shared bedroom, attic, house; thing diary, bicycle, secret; deed tease the
 others, share a room, borrow the bicycle, keep a secret; folk siblings, parents, twins`,
  },
  {
    roles: "grandfather/grandmother",
    attributes: `place rocking chair, old cottage, porch; thing spectacles, pipe, walking stick;
 deed tell old
 stories, remember the war, doze by the stove, spoil the children; folk grandchildren, old friends`,
  },
  {
    roles: "uncle/aunt",
    attributes: `place guest room, country house, village; thing suitcase, present, old car; deed
 visit
 at Christmas, bring presents, write long letters, come for lunch; folk relatives, cousins`,
  },
  {
    roles: "nephew/niece",
    attributes: `place guest room, playground, village; thing birthday present, kite, puzzle; deed
 stay for the
 summer, open the presents, come to visit, learn to swim; folk relatives, cousins`,
  },
  {
    roles: "husband/wife",
    attributes: `place flat, house, new home; thing wedding ring, double bed, anniversary; deed
 share the
 bills, plan the holiday, marry young, forget the anniversary; folk couples, in-laws, guests`,
  },
  {
    roles: "groom/bride",
    attributes: `place church, wedding hall, chapel; thing ring, bouquet, wedding cake; deed say
 yes, cut
 the cake, dance the first waltz, thank the guests; folk guests, witnesses, bridesmaids`,
  },
  {
    roles: "actor/actress",
    attributes: `place theatre, film studio, stage; thing costume, script, leading part; deed
 learn the
 lines, win an award, play the leading part, bow to the audience; folk fans, critics, directors`,
  },
  {
    roles: "waiter/waitress",
    attributes: `place restaurant, café, hotel; thing tray, menu, apron; deed serve the soup,
 bring the
 menu, carry the tray, take the order; folk guests, diners, customers`,
  },
  {
    roles: "steward/stewardess",
    attributes: `place plane, cabin, ship; thing trolley, uniform, life jacket; deed serve the
 drinks,
 close the cabin door, explain the exits, calm the passengers; folk passengers, crew, travellers`,
  },
  {
    roles: "host/hostess",
    attributes: `place dining room, ballroom, villa; thing guest list, toast, doorbell; deed
 welcome the
 guests, pour the wine, raise a toast, open the door; folk guests, neighbours, visitors`,
  },
  {
    roles: "hero/heroine",
    attributes: `place novel, film, last chapter; thing quest, enemy, fate; deed defeat the
 villain, save
 the village, escape at the last moment, find the treasure; folk readers, villains, rivals`,
  },
  {
    roles: "boy/girl",
    attributes: `place playground, school yard, street; thing ball, satchel, lollipop; deed climb
 the
 tree, run home, play hide and seek, fly a kite; folk classmates, children, playmates`,
  },
  {
    roles: "man/woman",
    attributes: `place street, office, park; thing hat, umbrella, newspaper; deed cross the
 street, read the
 newspaper, wait for the bus, walk to work; folk people, neighbours, strangers`,
  },
  {
    roles: "gentleman/lady",
    attributes: `place drawing room, opera, carriage; thing gloves, silver cane, visiting card;
 deed take tea,
 bow politely, step out of the carriage, speak softly; folk guests, servants, gentry`,
  },
  {
    roles: "monk/nun",
    attributes: `place abbey, chapel, cloister; thing prayer book, candle, robe; deed pray at
 dawn, sing the
 psalms, copy old books, keep silence; folk pilgrims, novices, priests`,
  },
  {
    roles: "landlord/landlady",
    attributes: `place rented house, stairs, inn; thing key, rent, lease; deed collect the rent,
 repair the
 boiler, let the rooms, complain about the noise; folk tenants, lodgers, neighbours`,
  },
  {
    roles: "policeman/policewoman",
    attributes: `place police station, crossroads, patrol car; thing whistle, badge, handcuffs;
 deed stop the
 traffic, arrest the thief, write a report, blow the whistle; folk thieves, witnesses, drivers`,
  },
  {
    roles: "businessman/businesswoman",
    attributes: `place airport, office tower, meeting; thing briefcase, contract, telephone; deed
 sign the
 contract, fly to a meeting, sell the company, hire a lawyer; folk partners, clients, investors`,
  },
];

/** One entry per role, with its partner under "pair". */
export const ROLES: string = PAIRS.flatMap(({ roles, attributes }) => {
  const [man, woman] = roles.split("/");
  return [
    `${man}: gender m; pair ${woman}; ${attributes}`,
    `${woman}: gender f; pair ${man}; ${attributes}`,
  ];
}).join("\n");

/** First names with their gender: men and women in turn, so that both are equally common. */
export const NAMES: string = inTurn(
  MEN.split(",").map((name) => `${name.trim()}: gender m`),
  WOMEN.split(",").map((name) => `${name.trim()}: gender f`),
).join("\n");

function inTurn(first: string[], second: string[]): string[] {
  const longer = Math.max(first.length, second.length);
  return Array.from({ length: longer }, (_, i) => [first[i], second[i]])
    .flat()
    .filter((item): item is string => item !== undefined);
}
