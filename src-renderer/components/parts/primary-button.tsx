import type { ComponentProps } from 'react';

import { useCovered } from '../frame/cover.tsx';

/** The one button of a screen that leads on. */
export function PrimaryButton(props: Omit<ComponentProps<'button'>, 'className'>) {
  const isCovered = useCovered();
  const { type = 'button', ...others } = props;
  return (
    <button type={type} className="primary" {...(isCovered ? {} : { 'data-primary': true })} {...others} />
  );
}
