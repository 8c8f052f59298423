import { describeArticleRepository } from '../contracts/article-repository.ts';
import { engines } from '../support/engines.ts';

for (const engine of engines) describeArticleRepository(engine);
