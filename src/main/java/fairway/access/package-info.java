/** Who gets in, and who may see and do what: one policy, asked by pages, REST, Tasklist and forms alike; and the record of who looked. */
package fairway.access;
