import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import { loadableUrl } from '../../pages/pictures.ts';
import { type FormImage, imageFields } from '../article-form.ts';
import { deskPath, type Desk } from '../desk-parts.ts';
import { maxPictureBytes } from '../form-size.ts';

/** The pictures: each with its words for those who do not see it, and a field to add some. */
export function renderPictureFields(desk: Desk, images: readonly FormImage[]): Markup {
  const { text } = desk;
  return html`<fieldset id="images" tabindex="-1">
    <legend>${text.fields.images}</legend>
    <ol class="pictures" data-pictures>
      ${images.map((image, at) => renderPicture(desk, image, String(at)))}
    </ol>
    <p>
      <label for="files">${text.addPictures}</label>
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept="image/*"
        aria-describedby="files-hint"
        data-pictures-to="${deskPath(desk, '/gambar')}"
        data-max-bytes="${maxPictureBytes}"
        data-sending="${text.sendingPicture}"
        data-sent="${text.sentPicture}"
        data-failed="${text.failedPicture}"
        data-too-large="${text.pictureTooLarge}"
      />
      <span class="hint-text" id="files-hint">${text.picturesHint}</span>
      <span class="hint-text" role="status" data-said></span>
    </p>
    <template>${renderPicture(desk, emptyImage, 'baru')}</template>
  </fieldset>`;
}

const emptyImage: FormImage = { url: '', type: '', length: '', width: '', height: '', alt: '', caption: '' };

function renderPicture({ edition, text }: Desk, image: FormImage, at: string): Markup {
  const src = image.url === '' ? '' : loadableUrl(edition.office, image.url);
  return html`<li class="picture">
    ${src === undefined ? html`<a href="${image.url}">${image.url}</a>` : html`<img ${src === '' ? '' : html`src="${src}"`} alt="" />`}
    <div>
      ${imageFields
        .filter((name) => name !== 'alt' && name !== 'caption')
        .map((name) => html`<input type="hidden" name="image.${name}" value="${image[name]}" />`)}
      <p>
        <label for="alt-${at}">${text.pictureAlt}</label>
        <input id="alt-${at}" name="image.alt" value="${image.alt}" maxlength="1000" autocomplete="off" />
      </p>
      <p>
        <label for="caption-${at}">${text.pictureCaption}</label>
        <input
          id="caption-${at}"
          name="image.caption"
          value="${image.caption}"
          maxlength="1000"
          autocomplete="off"
        />
      </p>
      <label class="choice"
        ><input type="checkbox" name="image.removed" value="${image.url}" /> ${text.removePicture}</label
      >
    </div>
  </li>`;
}
