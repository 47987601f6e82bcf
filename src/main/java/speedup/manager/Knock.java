package speedup.manager;

import speedup.ipc.Connection;

/**
 * What is said at the manager's door.
 *
 * @param process who says it, a {@link speedup.shm.ProcessId}
 * @param connection the manager's end of a new connection; null: the manager is to end
 */
record Knock(long process, Connection connection) {}
