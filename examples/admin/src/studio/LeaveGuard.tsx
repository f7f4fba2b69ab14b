import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';

/** While it is there, leaving the page is asked about: something could not be saved. */
export function LeaveGuard() {
  const translate = useTranslate();
  const blocker = useBlocker(true);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('bihuan.studio.leave'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, translate]);
  return null;
}
