import { buffers, channel, runSaga } from "redux-saga";
import { take } from "redux-saga/effects";

export const work = {
  "chan-unbounded-1x1": (n) => {
    const queue = channel(buffers.expanding(16));
    for (let value = 0; value < n; value++) queue.put(value);
    return runSaga({}, function* () {
      let total = 0;
      for (let i = 0; i < n; i++) {
        const value = yield take(queue);
        total += value;
      }
      return total;
    }).toPromise();
  },
};
