import { useContext, useEffect, useState } from 'react';

import type { HeldPicture } from '../../../src-main/contract/picture.ts';
import { ask } from '../../bridge.ts';
import { BridgeContext } from '../parts/bridge-context.ts';

/** Returns an address of a picture that the main process holds, without its boxes; null until it is there. */
export function usePictureAddress(id: string): string | null {
  const bridge = useContext(BridgeContext);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    const load = async (): Promise<void> => {
      if (bridge === null) return;
      const bytes = await ask(() => bridge.pictures.bytes({ id }));
      if (!bytes.ok || isGone) return;
      made = URL.createObjectURL(new Blob([new Uint8Array(bytes.value)], { type: 'image/png' }));
      setAddress(made);
    };
    void load();
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [bridge, id]);
  return address;
}

/** A picture as it will be sent: its boxes cover what is under them, and only what it was cropped to is there. */
export function CoveredPicture({ picture, alt }: { readonly picture: HeldPicture; readonly alt: string }) {
  const address = usePictureAddress(picture.id);
  const { width, height, edit } = picture;
  const part = edit.crop ?? { x: 0, y: 0, width, height };
  return (
    <svg
      className="covered"
      role="img"
      aria-label={alt}
      viewBox={`${part.x} ${part.y} ${part.width} ${part.height}`}
    >
      {address === null ? null : <image href={address} width={width} height={height} />}
      {edit.masks.map((mask, index) => (
        // A box is known by its place in the list alone.
        // oxlint-disable-next-line react/no-array-index-key
        <rect key={index} {...mask} />
      ))}
    </svg>
  );
}
