/** What the person chose for this program, and where the system keeps a person's files. */
package speedup.settings;
