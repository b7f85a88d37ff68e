/** What tests stand on: a real PostgreSQL, a fixed clock, the engine without its job executor, both REST doors. */
package fairway.support;
