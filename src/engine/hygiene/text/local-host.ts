// Whether a host is this machine or a network of one's own, where nobody stands between. Hosts that only the run knows are taken for such.

export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
  return !name.includes('.') || /[^a-z0-9.-]/.test(name) || localForms.some(form => form.test(name));
}

const localForms: readonly RegExp[] = [
  // https://www.rfc-editor.org/rfc/rfc1918 · loopback, link-local, "this host"
  /^(?:127|10|0)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  // https://www.rfc-editor.org/rfc/rfc6761 · https://www.rfc-editor.org/rfc/rfc8375 · names that clusters and container engines give
  /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid|home\.arpa|svc|svc\.cluster\.local)$/,
  /(?:^|\.)example\.(?:com|org|net|edu)$/,
  /^(?:host|gateway)\.docker\.internal$/,
];
