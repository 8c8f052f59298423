import { Command, InvalidArgumentError, Option } from 'commander';
import { estimateCost } from '../../cost/estimate.ts';
import { type Load, type LoadName, loads } from '../../cost/load.ts';
import { pricesReadOn } from '../../cost/prices.ts';
import type { CliContext } from '../context.ts';
import { endHelp } from '../help-ending.ts';
import { renderBill } from './render-bill.ts';

type CostOptions = Partial<Load> & { readonly office: LoadName; readonly json?: boolean };

/** `warta cost`: what the service costs a month in AWS, for an office that is named or described. */
export function createCostCommand(context: CliContext): Command {
  const { stdout, language } = context;
  const command = new Command('cost')
    .description('what the service costs a month in AWS')
    .addOption(
      new Option('--office <kind>', 'an office to begin from')
        .choices(Object.keys(loads))
        .default('regency' satisfies LoadName),
    )
    .option('--articles <number>', 'articles in all', parseCount)
    .option('--polls-per-day <number>', 'times that feeds are asked for', parseCount)
    .option('--searches-per-day <number>', 'searches', parseCount)
    .option('--pages-per-day <number>', 'pages that people open, beside searches', parseCount)
    .option('--pictures-per-day <number>', "pictures of the office's own that they load", parseCount)
    .option('--publications-per-day <number>', 'new articles', parseCount)
    .option('--polled-feeds <number>', 'addresses of feeds that somebody asks for', parseCount)
    .option('--json', 'print the figures as JSON');
  const examples = [
    'cost',
    'cost --office province --polls-per-day 2000000',
    'cost --articles 36000 --polls-per-day 100000 --searches-per-day 5000 --json',
  ];
  return endHelp(command, context, examples, { 0: 'shown', 2: 'wrong usage' }).action(
    ({ office, json, ...given }: CostOptions) => {
      const load = { ...loads[office], ...given };
      const estimate = estimateCost(load);
      const answer = { load, ...estimate, currency: 'USD', pricesReadOn };
      stdout.write(json === true ? `${JSON.stringify(answer)}\n` : renderBill(load, estimate, language));
    },
  );
}

function parseCount(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}
