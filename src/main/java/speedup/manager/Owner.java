package speedup.manager;

/**
 * A thread of any process.
 *
 * @param client its process
 * @param thread its number there
 */
record Owner(Client client, long thread) {}
