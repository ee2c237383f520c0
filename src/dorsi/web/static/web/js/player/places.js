/** Addresses and names that the server's settings and these modules must agree on; a test compares them. */

export const API = "/api/v1/";
export const CSRF_COOKIE = "dorsi_csrf";
export const DATABASE = "dorsi-player";
