package speedup.concept;

import java.io.Serializable;
import speedup.ipc.ProcessEvent;
import speedup.ipc.ProcessQueue;
import speedup.ipc.ProcessSemaphore;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedLong;

/**
 * How a process is connected to its stage. Crosses to it.
 *
 * @param actor its number in the stage
 * @param events what all processes tell
 * @param held 1 while processes are to wait before each operation
 * @param curtain set once all processes are there: they begin together
 * @param rounds rounds of loops that are too many to tell of
 * @param gate one permit for each operation of this process
 */
record Plug(
    int actor,
    ProcessQueue<StepEvent> events,
    SharedInt held,
    ProcessEvent curtain,
    SharedLong rounds,
    ProcessSemaphore gate)
    implements Serializable {}
