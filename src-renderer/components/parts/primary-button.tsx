import type { ComponentProps } from 'react';

import { useCovered } from '../frame/cover.tsx';

/**
 * The one button of a screen that leads on. The second press of a double-click is the same press: by then another button may
 * stand there.
 */
export function PrimaryButton(props: Omit<ComponentProps<'button'>, 'className'>) {
  const isCovered = useCovered();
  const { type = 'button', onClick, ...others } = props;
  return (
    <button
      type={type}
      className="primary"
      {...(isCovered ? {} : { 'data-primary': true })}
      {...others}
      onClick={(event) => {
        if (event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
