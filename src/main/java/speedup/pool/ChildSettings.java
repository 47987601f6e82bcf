package speedup.pool;

import java.util.List;

/**
 * What a {@link ChildProcess} is made of.
 *
 * @param body its task and name
 * @param admitted package prefixes of classes that may cross
 * @param daemon whether this program may end while it runs
 * @param launcher starts its process
 * @param events told what it prints
 */
record ChildSettings(
    ChildBody body,
    List<String> admitted,
    boolean daemon,
    WorkerLauncher launcher,
    EventSink events) {}
