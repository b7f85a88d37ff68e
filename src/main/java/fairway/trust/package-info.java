/** What the Trust sets, not the policy: names, intervals, working days. Whatever comes from here is labelled as a Trust setting to people. */
package fairway.trust;
