// Where keys may be sent: encrypted, unless they stay on the machine.

export const safeAddress = /^(?:https:\/\/[\w.-]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d+)?(?:\/[\w./~-]*)?$/;
