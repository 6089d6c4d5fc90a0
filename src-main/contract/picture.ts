import * as z from 'zod';

import { residencySchema } from './diagnosis.ts';
import { messageSchema } from './message.ts';
import { RESIDENCY_PRODUCTS } from './values.ts';

/** Bytes as they cross IPC. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** How many pictures a bundle takes. */
export const MAX_PICTURES = 6;
/** Bytes of a picture file that is looked at at all. */
export const MAX_PICTURE_BYTES = 30 * 1024 * 1024;

/** A rectangle in pixels of the picture, from its upper left corner. */
export const boxSchema = z.strictObject({
  x: z.int().nonnegative(),
  y: z.int().nonnegative(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Box = z.infer<typeof boxSchema>;

/** Boxes over one picture. */
export const MAX_MASKS = 200;

/** What the person does to a picture before it leaves: boxes over what is private, a part of it, a line below it. */
export const pictureEditSchema = z.strictObject({
  masks: z.array(boxSchema).max(MAX_MASKS),
  crop: boxSchema.nullable(),
  caption: z.string().max(200),
});
export type PictureEdit = z.infer<typeof pictureEditSchema>;

/** The way in which a picture came. */
export const pictureWaySchema = z.enum(['paste', 'drop', 'choose', 'screen', 'page']);
export type PictureWay = z.infer<typeof pictureWaySchema>;

/** A picture that the main process holds; its pixels are asked for by its id. */
export const heldPictureSchema = z.strictObject({
  id: z.string(),
  way: pictureWaySchema,
  width: z.int().positive(),
  height: z.int().positive(),
  edit: pictureEditSchema,
  /** A sentence when it may be the picture of another page; null if nothing speaks for that. */
  hint: messageSchema.nullable(),
});
export type HeldPicture = z.infer<typeof heldPictureSchema>;

/** A picture file comes in: taken, or in a format that the window has to turn into PNG first. */
export const addedPictureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), picture: heldPictureSchema }),
  z.strictObject({
    kind: z.literal('decode-first'),
    mediaType: z.enum(['image/jpeg', 'image/webp', 'image/bmp']),
  }),
]);
export type AddedPicture = z.infer<typeof addedPictureSchema>;

/** A window or a screen that can be captured. */
export const captureSourceSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['window', 'screen']),
  name: z.string(),
  thumbnail: z.string(),
});

/** What can be captured now, or why nothing can. */
export const captureSourcesSchema = z.strictObject({
  sources: z.array(captureSourceSchema),
  /** A sentence when the system does not allow it yet. */
  permission: messageSchema.nullable(),
  /** Who shows what there is: this app, or a dialog of the system's, which takes one choice for one picture. */
  chooser: z.enum(['app', 'system']),
});
export type CaptureSources = z.infer<typeof captureSourcesSchema>;

/** Atlassian's window as the wizard shows it. */
export const residencyPageSchema = z.strictObject({
  isOpen: z.boolean(),
  /** The host that it shows, in ASCII; empty before the first page. */
  host: z.string(),
  isLoading: z.boolean(),
  canGoBack: z.boolean(),
  /** A company's sign-in that wants to open and waits for the person's word. */
  asks: z.string().nullable(),
  /** Whether the sign-in was refused because the page is inside of an app. */
  isRefused: z.boolean(),
});
export type ResidencyPageState = z.infer<typeof residencyPageSchema>;

export const residencyCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['back', 'reload', 'close', 'deny-host']) }),
  /** Leave for the host that the person was shown, and for no other one. */
  z.strictObject({ kind: z.literal('allow-host'), host: z.string().max(253) }),
]);
export type ResidencyCommand = z.infer<typeof residencyCommandSchema>;

export const residencyProductSchema = z.enum(RESIDENCY_PRODUCTS);

/** Characters of what the page says of a product. */
export const MAX_FACT_LENGTH = 80;

/** What the Data residency page says of one product, as the person confirms it. */
export const residencyFactSchema = z.strictObject({
  product: residencyProductSchema,
  location: z.string().max(MAX_FACT_LENGTH),
  status: z.string().max(MAX_FACT_LENGTH),
});
export type ResidencyFact = z.infer<typeof residencyFactSchema>;

/** A page that was taken in our own window: the picture, and what was read of its table. */
export const takenPageSchema = z.strictObject({
  picture: heldPictureSchema,
  facts: z.array(residencyFactSchema),
  /** What the facts say of the whole site. */
  residency: residencySchema,
});
