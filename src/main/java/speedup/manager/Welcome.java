package speedup.manager;

import java.util.List;

/**
 * The manager's first message over a connection.
 *
 * @param process its {@link speedup.shm.ProcessId}
 * @param connection the number of this connection
 * @param admitted which classes may cross, as prefixes
 */
record Welcome(long process, long connection, List<String> admitted) {}
