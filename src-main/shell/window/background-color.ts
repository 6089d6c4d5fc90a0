/** The paper colours of styles/tokens.css, so that the window never flashes white before its page is there. */
export const BACKGROUND_COLORS = { light: '#ffffff', dark: '#15191c' } as const;
