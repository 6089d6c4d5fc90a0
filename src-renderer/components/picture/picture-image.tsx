import { useContext, useEffect, useState } from 'react';

import { ask } from '../../bridge.ts';
import { BridgeContext } from '../parts/bridge-context.ts';

/** A picture that the main process holds, without its masks. */
export function PictureImage({ id, alt }: { readonly id: string; readonly alt: string }) {
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
  return address === null ? (
    <span className="picture-space" />
  ) : (
    <img src={address} alt={alt} draggable={false} />
  );
}
