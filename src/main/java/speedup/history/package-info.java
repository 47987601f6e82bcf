/** Every run that was made, kept in one database, and the files that runs leave and enter it by. */
package speedup.history;
