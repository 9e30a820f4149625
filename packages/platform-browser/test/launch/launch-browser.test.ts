import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { findBrowser, launchBrowser } from "../../src/launch/index.js";
import { describeInBrowser } from "../needs-browser.js";

await describeInBrowser("launchBrowser()", () => {
  test("opens the page it is told, and ends when it is closed", async () => {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const asked = once(server, "request") as Promise<[IncomingMessage, ServerResponse]>;
    const binary = await findBrowser();
    const browser = await launchBrowser(binary!, `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`);
    const [request, response] = await asked;
    expect(request.url).toBe("/page");
    expect(request.headers["user-agent"]).toMatch(/Chrome/);
    response.end();
    await browser.close();
    expect(await browser.exited).toBe(128 + 9);
    await browser.close();
    server.close();
  });
});
