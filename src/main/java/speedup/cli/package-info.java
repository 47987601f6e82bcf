/** The command line: one class a command. */
package speedup.cli;
