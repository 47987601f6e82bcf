/** Where the rooms are joined: one start class for window, command line and worker. */
package speedup.app;
