import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { type Notice, renderNotice } from '../websub/notice.ts';

/** The queue of the notices: what is due later than the queue can hold it back is sent again from time to time. */
export function openNoticeQueue(queueUrl: string, now: () => Date): (notice: Notice) => Promise<void> {
  const client = new SQSClient();
  return async (notice) => {
    const waitSeconds = Math.ceil((Date.parse(notice.dueAt) - now().getTime()) / 1000);
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: renderNotice(notice),
        DelaySeconds: Math.min(Math.max(waitSeconds, 0), maxDelaySeconds),
      }),
    );
  };
}

/** Of SQS. */
const maxDelaySeconds = 900;
