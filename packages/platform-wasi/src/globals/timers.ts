export function setTimeout(_c: () => void, _ms: number): { unref(): void } { return { unref() {} }; }
export function clearTimeout(): void {}
export function setInterval(): void {}
export function clearInterval(): void {}
