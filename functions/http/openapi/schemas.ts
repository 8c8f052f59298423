import { storedSubmissionOf } from '../../articles/stored-submission-schema.ts';
import { firstSubmissionOf, patchOf, submissionOf } from '../../articles/submission-schema.ts';
import type { Office } from '../../office/settings.ts';
import { articleAnswer, listedAnswer } from '../answers/article-answer.ts';
import { exportedArticle } from '../answers/export-answer.ts';
import { jsonFeed } from './json-feed.ts';
import { outcomesAnswer } from '../answers/outcomes-answer.ts';
import { searchAnswer } from '../answers/search-answer.ts';

export type Schemas = ReturnType<typeof schemasOf>;

/** The schemas that the document names, each the one that the service works with. */
export function schemasOf(office: Office) {
  return {
    Article: articleAnswer,
    ListedArticle: listedAnswer,
    NewArticle: firstSubmissionOf(office),
    ArticleEdit: submissionOf(office),
    ArticlePatch: patchOf(office),
    StoredArticle: exportedArticle,
    StoredSubmission: storedSubmissionOf(office),
    Outcomes: outcomesAnswer,
    SearchAnswer: searchAnswer,
    JsonFeed: jsonFeed,
  };
}
