/**
 * What several processes share: locks, and whatever else they meet at. An object of this package is
 * passed to a task or a child process like any argument, and works the same on both sides.
 *
 * <p>Start your own program with {@code --enable-native-access=ALL-UNNAMED}. Without it, everything
 * works, but long waits end some hundred microseconds later, in all processes that use the same
 * object: the JVM would print a warning about the call that sleeps in the kernel, so it is not
 * used. Workers and child processes are started with it.
 */
package speedup.ipc;
