package speedup.manager;

import java.io.Serializable;
import speedup.ipc.Connection;

/**
 * Where a manager is.
 *
 * @param process its {@link speedup.shm.ProcessId}
 * @param door where new connections are announced to it
 */
record Address(long process, Connection door) implements Serializable {}
